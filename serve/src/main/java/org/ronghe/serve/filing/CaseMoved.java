package org.ronghe.serve.filing;

import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;

/// A case of a service was opened or got an event: told within serve, in the transaction that
/// writes it.
public record CaseMoved(
    String number, String service, String applicant, Verb verb, Status status) {}
