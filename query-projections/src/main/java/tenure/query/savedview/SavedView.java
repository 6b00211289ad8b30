package tenure.query.savedview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of saved views. */
@Entity
@Table(schema = "query", name = "saved_view")
class SavedView {

    @Id
    private UUID id;

    private String page;
    private String owner;
    private String name;
    private String search;

    @Column(name = "is_shared")
    private boolean shared;

    /** Tells a new row from one that is kept; null in a new one. */
    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected SavedView() {}

    SavedView(UUID id, String page, String owner) {
        this.id = id;
        this.page = page;
        this.owner = owner;
        this.name = "";
        this.search = "";
    }

    void change(String newName, String newSearch, boolean newShared) {
        this.name = newName;
        this.search = newSearch;
        this.shared = newShared;
    }

    UUID id() {
        return id;
    }

    String page() {
        return page;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    String search() {
        return search;
    }

    boolean isShared() {
        return shared;
    }
}
