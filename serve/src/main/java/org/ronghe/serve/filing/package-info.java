/// 办件: filed, handled, decided, delivered; every step an event in a log nobody can change.
@NullMarked
package org.ronghe.serve.filing;

import org.jspecify.annotations.NullMarked;
