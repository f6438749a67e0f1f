/// Words for the one who typed a command or gave a file.
@NullMarked
package org.ronghe.model.remark;

import org.jspecify.annotations.NullMarked;
