package org.ronghe.serve.filing;

import java.time.Instant;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;

/// A case of a service was opened or got an event: told within serve, in the transaction that
/// writes it.
///
/// @param seq place of the event in the log of the case, from 1
public record CaseMoved(
    String number,
    String service,
    String applicant,
    int seq,
    Instant at,
    Verb verb,
    Status status) {}
