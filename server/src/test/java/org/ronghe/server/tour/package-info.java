@NullMarked
package org.ronghe.server.tour;

import org.jspecify.annotations.NullMarked;
