@NullMarked
package org.ronghe.sources.calendar;

import org.jspecify.annotations.NullMarked;
