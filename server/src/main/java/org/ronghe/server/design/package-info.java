/// Where the designer's texts are read and proved, beside the packs that are shipped.
@NullMarked
package org.ronghe.server.design;

import org.jspecify.annotations.NullMarked;
