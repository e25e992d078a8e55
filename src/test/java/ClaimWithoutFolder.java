import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;

/** A claim as nobody should leave one: directly under the root of the sources. */
class ClaimWithoutFolder {

    @Claim(id = "without-folder", source = "nowhere", statement = "A claim in no folder")
    void is_in_no_folder(Experiment experiment) {}
}
