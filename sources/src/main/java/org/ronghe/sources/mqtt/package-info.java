/// The MQTT door: an embedded broker (HiveMQ Community Edition) whose only work is to take readings
/// in. A device signs in, publishes under its own name, and is acknowledged once its readings are
/// durable. See docs/decisions/0050.
@NullMarked
package org.ronghe.sources.mqtt;

import org.jspecify.annotations.NullMarked;
