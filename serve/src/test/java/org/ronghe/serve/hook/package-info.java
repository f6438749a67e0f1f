@NullMarked
package org.ronghe.serve.hook;

import org.jspecify.annotations.NullMarked;
