package org.ronghe.model.event;

/// Ground is opened under a permit, or what was said of open works has changed (a higher revision).
///
/// Published by serve in the transaction that opens the case; delivered at least once.
public record WorksOpened(Works works) {}
