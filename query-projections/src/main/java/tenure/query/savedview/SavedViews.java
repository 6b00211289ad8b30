package tenure.query.savedview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import tenure.query.shared.Refusals;

/** Lists, keeps and removes saved views. A view belongs to who made it, and only its owner changes it. */
@Service
class SavedViews {

    private static final int MOST_OF_A_PAGE = 100;

    private final SavedViewRepository table;

    SavedViews(SavedViewRepository table) {
        this.table = table;
    }

    /**
     * A view to keep.
     *
     * @param name   what it is called, of 80 characters at most
     * @param search the query of the page's address that stands for filters, order and columns
     * @param shared whether others see it too; left out: only its owner does
     */
    @Schema(requiredProperties = {"name", "search"})
    record ViewToKeep(
            @Nullable String name,
            @Nullable String search,
            @Nullable Boolean shared) {}

    /**
     * A view that is kept.
     *
     * @param search the query of the page's address that stands for filters, order and columns
     * @param own    whether it belongs to the caller
     */
    record KeptView(UUID id, String name, String search, boolean shared, String owner, boolean own) {}

    /** The views of a page, by name. */
    record KeptViews(String page, List<KeptView> views) {}

    KeptViews of(String page, String reader) {
        return new KeptViews(
                page,
                table.seenBy(page, reader).stream()
                        .map(view -> kept(view, reader))
                        .toList());
    }

    KeptView keep(UUID id, String page, String owner, String name, String search, boolean shared) {
        var view = table.findById(id).orElse(null);
        if (view == null) {
            if (table.countByPageAndOwner(page, owner) >= MOST_OF_A_PAGE) {
                throw Refusals.conflict(
                        "TOO_MANY_VIEWS", "There may be " + MOST_OF_A_PAGE + " views of a page; remove one.");
            }
            view = new SavedView(id, page, owner);
        }
        requireOwner(view, page, owner);
        if (table.existsByPageAndOwnerAndNameAndIdNot(page, owner, name, id)) {
            throw nameTaken(name);
        }
        view.change(name, search, shared);
        try {
            return kept(table.saveAndFlush(view), owner);
        } catch (OptimisticLockingFailureException e) {
            throw Refusals.conflict("CONTENDED", "Somebody else changed the view just now; look at it and try again.");
        } catch (DataIntegrityViolationException e) {
            throw nameTaken(name);
        }
    }

    void remove(UUID id, String page, String owner) {
        var view = table.findById(id).orElseThrow(() -> unknown(id));
        requireOwner(view, page, owner);
        try {
            table.delete(view);
        } catch (OptimisticLockingFailureException e) {
            throw unknown(id);
        }
    }

    private static void requireOwner(SavedView view, String page, String owner) {
        if (!view.page().equals(page)) {
            throw unknown(view.id());
        }
        if (!view.owner().equals(owner)) {
            throw Refusals.conflict(
                    "BELONGS_TO_ANOTHER", "The view belongs to " + view.owner() + "; keep it under an id of your own.");
        }
    }

    private static RuntimeException nameTaken(String name) {
        return Refusals.conflict(
                "NAME_TAKEN", "You keep a view '" + name + "' already; change that one, or choose another name.");
    }

    private static RuntimeException unknown(UUID id) {
        return Refusals.notFound("UNKNOWN_VIEW", "There is no saved view '" + id + "' of this page.");
    }

    private static KeptView kept(SavedView view, String reader) {
        return new KeptView(
                view.id(),
                view.name(),
                view.search(),
                view.isShared(),
                view.owner(),
                view.owner().equals(reader));
    }
}
