/// What senders write: the JSON reading payload and the CSV `point,time,value,quality`, read into
/// `SentReading`s with an exact word on everything that could not be read, and the door that hands
/// them to the `Intake` on behalf of one device.
@NullMarked
package org.ronghe.sources.payload;

import org.jspecify.annotations.NullMarked;
