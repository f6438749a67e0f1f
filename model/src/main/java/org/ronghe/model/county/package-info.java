/// The whole county as one value.
@NullMarked
package org.ronghe.model.county;

import org.jspecify.annotations.NullMarked;
