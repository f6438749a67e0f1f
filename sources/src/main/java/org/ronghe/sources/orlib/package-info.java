/// Files of the OR-Library: p-median instances (which serve p-centre as well).
@NullMarked
package org.ronghe.sources.orlib;

import org.jspecify.annotations.NullMarked;
