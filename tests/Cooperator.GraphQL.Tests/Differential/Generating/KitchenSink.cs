namespace Cooperator.GraphQL.Tests.Differential.Generating;

/// <summary>Documents that use all of the grammar.</summary>
internal static class KitchenSink
{
    public const string Query = """"
        # A comment, and the byte order mark may stand anywhere.
        "Asks for a node."
        query queryName($foo: ComplexType, "why" $site: Site = MOBILE @onVariable, $list: [[Int!]!]! = [[1, -2], []]) @onQuery {
          whoever123is: node(id: [123, 456]) {
            id
            ... on User @onInlineFragment {
              field2 {
                id
                alias: field1(first: 10, after: $foo) @include(if: $foo) {
                  id
                  ...frag @onFragmentSpread
                }
              }
            }
            ... @skip(unless: $foo) { id }
            ... { id }
            empty {}
          }
        }

        """
        Likes a story.

          Twice.
        """
        mutation likeStory @onMutation {
          like(story: 123, weight: 1.5e-10, far: {}, object: { a: null, b: [TRUE, true], c: { d: "e\tf" } }) @onField {
            story { id @onField }
          }
        }

        subscription StoryLikeSubscription($input: StoryLikeSubscribeInput @onVariableDefinition) @onSubscription {
          storyLikeSubscribe(input: $input) { story { likers { count } likeSentence { text } } }
        }

        fragment frag on Friend @onFragmentDefinition {
          foo(size: $size, bar: $b, obj: {key: "value", block: """

              block string uses \"""

          """})
          long(one: "aaaaaaaaaaaaaaaaaaaaaa", two: "bbbbbbbbbbbbbbbbbbbbbbbbbb", three: ["cccccccccccccccccccccccccccccc", "ddddddddddddddddddddddddddddddddddddddddddddd", {e: 1}], four: {a: "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", b: """f
        g"""})
        }

        query teeny { unnamed(truthy: true, falsy: false, nullish: null), query }
        { on: fragment, query: mutation, type }
        query ($a: Int) { a }
        query ("""x""" $a: Int) @x { __typename }
        """";

    public const string Sdl = """"
        """This is a description of the schema as a whole."""
        schema @onSchema { query: QueryType mutation: MutationType }

        """
        This is a description
        of the `Foo` type.
        """
        type Foo implements Bar & Baz & Two {
          "Description of the `one` field."
          one: Type
          """
          This is a description of the `two` field.
          """
          two(
            """
            This is a description of the `argument` argument.
            """
            argument: InputType!
          ): Type
          three(argument: InputType, other: String): Int
          four(argument: String = "string"): String
          five(argument: [String] = ["string", "string"]): String
          six(argument: InputType = {key: "value"}): Type
          seven(argument: Int = null @onArg): [[Type!]]! @deprecated(reason: "\"quoted\" \\ and /")
        }

        type AnnotatedObject @onObject(arg: "value") { annotatedField(arg: Type = "default" @onArgumentDefinition): Type @onField }
        type UndefinedType
        extend type Foo { seven(argument: [String]): Type }
        extend type Foo @onType
        extend type Foo implements Four
        interface Bar { one: Type four(argument: String = "string"): String }
        interface AnnotatedInterface @onInterface { annotatedField(arg: Type @onArgumentDefinition): Type @onField }
        interface Two implements Bar & Baz
        extend interface Bar implements Two { five(argument: [String] = ["string", "string"]): String }
        extend interface Bar @onInterface
        union Feed = | Story | Article | Advert
        union AnnotatedUnion @onUnion = A | B
        union UndefinedUnion
        extend union Feed = Photo | Video
        extend union Feed @onUnion
        "a number" scalar CustomScalar
        scalar AnnotatedScalar @onScalar
        extend scalar CustomScalar @onScalar
        enum Site {
          """
          This is a description of the `DESKTOP` value
          """
          DESKTOP
          "m" MOBILE @deprecated
        }
        enum UndefinedEnum
        extend enum Site { VR }
        extend enum Site @onEnum
        input InputType { key: String! answer: Int = 42 }
        input AnnotatedInput @onInputObject { annotatedField: Type @onInputFieldDefinition }
        input UndefinedInput
        extend input InputType { other: Float = 1.23e4 @onInputFieldDefinition }
        extend input InputType @onInputObject
        """
        This is a description of the `@skip` directive
        """
        directive @skip("why" if: Boolean! @onArgumentDefinition) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @include2(if: Boolean!) on | FIELD | FRAGMENT_SPREAD
        directive @annotated(arg: Int) @onDirective repeatable on OBJECT | INTERFACE
        extend directive @annotated @onDirective
        extend schema @onSchema
        extend schema @onSchema { subscription: SubscriptionType }
        """";
}
