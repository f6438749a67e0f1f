/// 时限: when something is due, how much of the time is used up, and why.
///
/// Pure: the host hands over the calendar, the events and the day it is. See
/// `docs/engines/clock.md` for the rules and their sources.
@NullMarked
package org.ronghe.engines.clock;

import org.jspecify.annotations.NullMarked;
