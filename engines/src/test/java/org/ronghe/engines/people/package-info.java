@NullMarked
package org.ronghe.engines.people;

import org.jspecify.annotations.NullMarked;
