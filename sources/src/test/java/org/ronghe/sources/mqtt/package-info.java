/// Stories about devices that speak MQTT.
@NullMarked
package org.ronghe.sources.mqtt;

import org.jspecify.annotations.NullMarked;
