/// Tiles, told as stories.
@NullMarked
package org.ronghe.office.tiles;

import org.jspecify.annotations.NullMarked;
