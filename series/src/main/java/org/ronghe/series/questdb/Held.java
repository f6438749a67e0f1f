package org.ronghe.series.questdb;

import org.ronghe.model.reading.SentReading;

/// A reading in quarantine.
///
/// @param number counts up over the life of the store
record Held(long number, String device, boolean replay, long receiveTime_us, SentReading sent) {}
