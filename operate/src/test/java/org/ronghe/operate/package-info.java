@NullMarked
package org.ronghe.operate;

import org.jspecify.annotations.NullMarked;
