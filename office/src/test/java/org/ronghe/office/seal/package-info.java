@NullMarked
package org.ronghe.office.seal;

import org.jspecify.annotations.NullMarked;
