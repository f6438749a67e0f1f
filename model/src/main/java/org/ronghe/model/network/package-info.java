/// 管网: one directed graph per utility.
@NullMarked
package org.ronghe.model.network;

import org.jspecify.annotations.NullMarked;
