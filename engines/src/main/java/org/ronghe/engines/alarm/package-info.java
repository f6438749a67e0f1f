/// 报警: decides from readings, in event time, when an alarm is raised and when it returns.
///
/// The engine is pure: no clock, no thread, no I/O. The host hands over readings
/// ([AlarmEngine#accept]), says how far event time has come ([AlarmEngine#advance]) and passes on
/// acknowledgements. See `docs/engines/alarm.md` for the laws it keeps.
@NullMarked
package org.ronghe.engines.alarm;

import org.jspecify.annotations.NullMarked;
