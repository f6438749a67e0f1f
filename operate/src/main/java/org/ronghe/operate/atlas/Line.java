package org.ronghe.operate.atlas;

import org.ronghe.model.measure.Utility;

/// A named main of one utility, e.g. 城东供水干线.
public record Line(Utility utility, String name) {}
