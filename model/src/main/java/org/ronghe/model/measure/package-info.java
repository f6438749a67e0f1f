/// Utilities, units and the checks every record shares.
@NullMarked
package org.ronghe.model.measure;

import org.jspecify.annotations.NullMarked;
