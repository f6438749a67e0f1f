/// 线路: from files to tours and back, for the command line.
@NullMarked
package org.ronghe.server.tour;

import org.jspecify.annotations.NullMarked;
