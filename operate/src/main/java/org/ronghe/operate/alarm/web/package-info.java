@NullMarked
package org.ronghe.operate.alarm.web;

import org.jspecify.annotations.NullMarked;
