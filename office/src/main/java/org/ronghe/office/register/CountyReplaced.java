package org.ronghe.office.register;

import org.ronghe.model.county.County;

/// A new county is in the register (also published once at start-up when one is there already).
public record CountyReplaced(County county) {}
