/// Packs are read, refused with reasons, and keep their word.
@NullMarked
package org.ronghe.sources.pack;

import org.jspecify.annotations.NullMarked;
