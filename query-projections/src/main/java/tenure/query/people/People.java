package tenure.query.people;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tenure.query.life.LifeFold;
import tenure.query.life.LifeViews;
import tenure.query.life.Lives;
import tenure.query.shared.Standpoint;

/** Reads who is at customers, from their lives. To be called within the transaction of an answer. */
@Component
public class People {

    /** The view's name where it says which customers stand still. */
    public static final String NAME = "people";

    private final LifeViews views;
    private final Lives lives;

    People(LifeViews views, Lives lives) {
        this.views = views;
        this.lives = lives;
    }

    /** One customer with its people; empty when it had not signed up. */
    public Optional<CustomerPeople> customer(String customerId, Standpoint at) {
        return Optional.ofNullable(views.of(NAME, customerId, at.position(), asOf(at)));
    }

    /** Gives these customers with their people, those that had signed up, in the order of their ids. */
    public void each(Collection<String> customerIds, Standpoint at, Consumer<CustomerPeople> receiver) {
        views.each(NAME, customerIds, at.position(), asOf(at), receiver);
    }

    private static LifeFold<CustomerPeople> asOf(Standpoint at) {
        return (life, definitions) -> CustomerPeople.of(life, at.asOf());
    }

    /** The features known. */
    public FeatureCatalogue features(Standpoint at) {
        return FeatureCatalogue.of(lives.definitions(at.position()));
    }

    /** The courses known. */
    public CourseCatalogue courses(Standpoint at) {
        return CourseCatalogue.of(lives.definitions(at.position()));
    }
}
