/// 提示: everything that can be wrong with a package, in words.
@NullMarked
package org.ronghe.sources.county.notice;

import org.jspecify.annotations.NullMarked;
