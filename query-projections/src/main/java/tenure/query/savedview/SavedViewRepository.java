package tenure.query.savedview;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The table of saved views. */
interface SavedViewRepository extends JpaRepository<SavedView, UUID> {

    /** What somebody sees on a page: the own ones and those that others share, by name. */
    @Query("""
            select view from SavedView view
            where view.page = :page and (view.owner = :reader or view.shared)
            order by view.name, view.owner
            """)
    List<SavedView> seenBy(String page, String reader);

    long countByPageAndOwner(String page, String owner);

    boolean existsByPageAndOwnerAndNameAndIdNot(String page, String owner, String name, UUID id);
}
