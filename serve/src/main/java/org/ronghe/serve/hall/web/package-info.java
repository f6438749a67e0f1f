@NullMarked
package org.ronghe.serve.hall.web;

import org.jspecify.annotations.NullMarked;
