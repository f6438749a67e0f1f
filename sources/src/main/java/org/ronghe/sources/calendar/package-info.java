/// Reads and writes `packs/calendar/YYYY.yaml`, and imports a year from the lists others keep.
@NullMarked
package org.ronghe.sources.calendar;

import org.jspecify.annotations.NullMarked;
