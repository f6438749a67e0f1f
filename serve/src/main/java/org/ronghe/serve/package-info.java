/// 办: what a resident gets done once, online, in the village or at a window.
@NullMarked
package org.ronghe.serve;

import org.jspecify.annotations.NullMarked;
