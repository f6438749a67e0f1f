/// Reads packs (`packs/<domain>/pack.yaml`) and says what is wrong with them.
@NullMarked
package org.ronghe.sources.pack;

import org.jspecify.annotations.NullMarked;
