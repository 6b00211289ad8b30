package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.util.List;
import tenure.query.churnrisk.timeline.ModelSeen;

/**
 * A draft replayed over the whole history beside the model in force.
 *
 * @param changed      customers that the two put into different bands on some day, by the first of these days; 500 at most
 * @param changedTotal how many there are
 * @param changedNow   those of them for whom the bands differ on the last day
 */
public record WhatIf(
        LocalDate asOf,
        long position,
        ModelSeen current,
        ModelSeen draft,
        Quality qualityOfCurrent,
        Quality qualityOfDraft,
        List<Replay.BandChange> changed,
        int changedTotal,
        int changedNow,
        String method) {}
