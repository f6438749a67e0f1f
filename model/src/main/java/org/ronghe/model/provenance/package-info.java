/// Where a row comes from and whether it is real.
@NullMarked
package org.ronghe.model.provenance;

import org.jspecify.annotations.NullMarked;
