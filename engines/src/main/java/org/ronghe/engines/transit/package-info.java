/// How long it takes by bus, whenever one leaves within a window: rides and walks by timetable.
@NullMarked
package org.ronghe.engines.transit;

import org.jspecify.annotations.NullMarked;
