/// Bus timetables that come in: GTFS, as a zip file or a folder.
@NullMarked
package org.ronghe.sources.transit;

import org.jspecify.annotations.NullMarked;
