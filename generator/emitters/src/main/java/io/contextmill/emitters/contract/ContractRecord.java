package io.contextmill.emitters.contract;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.QueryRecords;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.emitters.samples.SampleRecord;
import io.contextmill.model.CommandModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.Type.Entity;
import io.contextmill.model.Type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A record of the public language.
 *
 * @param declared what the spec calls it
 * @param type what it is called in Java
 * @param members what it holds
 * @param spec the record itself
 * @param origin where it is declared
 */
record ContractRecord(
        String declared,
        ClassName type,
        List<Member> members,
        TypeSpec.Builder spec,
        SourceSpan origin) {

    ContractRecord {
        members = List.copyOf(members);
    }

    static ContractRecord event(ContractTypes types, AggregateTypes aggregate, EventModel event) {
        ClassName name = types.event(aggregate, event);
        List<Member> members = members(Member.identity(types, aggregate), event.fields(), types);
        TypeSpec.Builder spec =
                Records.of(name, components(members))
                        .addJavadoc(Javadoc.of("$L", aggregate.meaning(event)).block());
        return new ContractRecord(event.name(), name, members, spec, event.origin());
    }

    static ContractRecord command(
            ContractTypes types, AggregateTypes aggregate, CommandModel command) {
        ClassName name = types.command(aggregate, command);
        List<Member> members = members(Member.identity(types, aggregate), command.fields(), types);
        TypeSpec.Builder spec =
                Records.of(name, components(members))
                        .addJavadoc(Javadoc.of("$L", aggregate.meaning(command)).block());
        return new ContractRecord(command.name(), name, members, spec, command.origin());
    }

    static ContractRecord value(ContractTypes types, ValueType value) {
        ClassName name = types.type(value);
        List<Member> members = new ArrayList<>();
        for (FieldModel field : value.fields()) {
            members.add(Member.of(field, types, Member.variant(members.size())));
        }
        TypeSpec.Builder spec =
                Records.of(name, components(members))
                        .addJavadoc(
                                Javadoc.of(
                                                "$L",
                                                Phrases.sentence(
                                                        value.entity().flatMap(Entity::description),
                                                        Phrases.aNoun(value.name())))
                                        .block());
        return new ContractRecord(value.name(), name, members, spec, value.origin());
    }

    static ContractRecord view(ContractTypes types, ReadModelTypes readModel) {
        ClassName name = types.view(readModel);
        List<Member> members =
                members(
                        Member.identity(types, readModel.aggregate(), readModel.model().key()),
                        readModel.model().fields(),
                        types);
        TypeSpec.Builder spec =
                Records.of(name, components(members))
                        .addJavadoc(Javadoc.of("$L", readModel.meaning()).block());
        return new ContractRecord(
                readModel.name(), name, members, spec, readModel.model().origin());
    }

    static ContractRecord query(ContractTypes types, QueryModel query) {
        ReadModelTypes readModel = types.domain().readModelOf(query);
        return query instanceof Listing listing
                ? listing(types, readModel, listing)
                : byKey(types, readModel, (ByKey) query);
    }

    private static ContractRecord byKey(
            ContractTypes types, ReadModelTypes readModel, ByKey query) {
        ClassName name = types.query(query);
        Member key = Member.identity(types, readModel.aggregate(), readModel.model().key());
        TypeSpec.Builder spec =
                QueryRecords.byKey(name, query, readModel, types.view(readModel), key.component());
        return new ContractRecord(query.name(), name, List.of(key), spec, query.origin());
    }

    private static ContractRecord listing(
            ContractTypes types, ReadModelTypes readModel, Listing query) {
        ClassName name = types.query(query);
        List<Member> members = new ArrayList<>();
        for (Filter filter : query.filters()) {
            members.add(
                    Member.filter(
                            readModel.asked(filter), types, Member.variant(members.size() + 1)));
        }
        members.add(Member.after());
        members.add(Member.limit(query.pageSize()));
        TypeSpec.Builder spec =
                QueryRecords.listing(
                        name,
                        query,
                        readModel,
                        types.view(readModel),
                        components(members),
                        "the {@code next} of the page before; empty for the first page");
        return new ContractRecord(query.name(), name, members, spec, query.origin());
    }

    /** It with a value for each member. */
    SampleRecord sample() {
        return sample(Member::sampled);
    }

    /** It without any value that may be missing. */
    SampleRecord bareSample() {
        return sample(Member::missing);
    }

    /** It with a limit of no rows, where it asks for a page. */
    Optional<SampleRecord> emptyPage() {
        boolean asksForPage = members.stream().anyMatch(Member::isLimit);
        return asksForPage
                ? Optional.of(
                        sample(
                                member ->
                                        member.isLimit()
                                                ? Member.limit(0).sampled()
                                                : member.sampled()))
                : Optional.empty();
    }

    /** The file of a record that stands on its own. */
    JavaSource source() {
        return JavaSource.of(type, spec.build());
    }

    /** Whether any value may be missing. */
    boolean hasOptional() {
        return members.stream().anyMatch(Member::optional);
    }

    private SampleRecord sample(Function<Member, SampleRecord.Sampled> value) {
        return new SampleRecord(type, members.stream().map(value).toList());
    }

    private static List<Member> members(
            Member identity, List<FieldModel> fields, ContractTypes types) {
        List<Member> members = new ArrayList<>(List.of(identity));
        fields.forEach(
                field -> members.add(Member.of(field, types, Member.variant(members.size()))));
        return members;
    }

    private static List<Component> components(List<Member> members) {
        return members.stream().map(Member::component).toList();
    }
}
