/// The demo feed: signals that behave like a county's (daily rhythm, weather, neighbours that
/// agree, incidents on a script), published over MQTT like any device's. All of it is synthetic and
/// says so.
@NullMarked
package org.ronghe.sources.demo;

import org.jspecify.annotations.NullMarked;
