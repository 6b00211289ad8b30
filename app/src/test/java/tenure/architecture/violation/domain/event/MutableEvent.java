package tenure.architecture.violation.domain.event;

/** An event that could change after the fact. */
public class MutableEvent {
    int seats;
}
