@NullMarked
package org.ronghe.serve.seal;

import org.jspecify.annotations.NullMarked;
