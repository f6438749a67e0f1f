/// Exports, told as stories.
@NullMarked
package org.ronghe.office.export;

import org.jspecify.annotations.NullMarked;
