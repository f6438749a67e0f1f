/// 人口: census counts by division, sex and age band.
@NullMarked
package org.ronghe.model.people;

import org.jspecify.annotations.NullMarked;
