// Made from the route table by `npm run openapi`. Changes here are lost.

export interface paths {
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts you may see, newest first
         * @description List accounts you may see, newest first.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Create one account
         * @description Create one account.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one account
         * @description Read one account.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /**
         * Move one account to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change fields of one account
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/v1/accounts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one account back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who else may see or change one account
         * @description Replaces all explicit shares. A share widens what roles give, never narrows it, and may end by itself.
         */
        put: operations["shareAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 accounts
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one account, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one account the values they had before an event
         * @description Give fields of one account the values they had before an event.
         */
        post: operations["revertAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/external/{system}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the account another system knows by this id
         * @description Read the account another system knows by this id.
         */
        get: operations["getAccountByExternalId"];
        /**
         * Create the account another system knows by this id, or merge into it
         * @description Create the account another system knows by this id, or merge into it.
         */
        put: operations["putAccountByExternalId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/hierarchy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of companies an account stands in
         * @description The tree of companies an account stands in.
         */
        get: operations["getAccountHierarchy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of an account, with their relation to it
         * @description The people of an account, with their relation to it.
         */
        get: operations["listAccountContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/timeline/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to the people of an account, latest first
         * @description What happened to the people of an account, latest first.
         */
        get: operations["accountPeopleTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts you may see, newest first
         * @description List contacts you may see, newest first.
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Create one contact
         * @description Create one contact.
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one contact
         * @description Read one contact.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Move one contact to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /**
         * Change fields of one contact
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/v1/contacts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one contact back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who else may see or change one contact
         * @description Replaces all explicit shares. A share widens what roles give, never narrows it, and may end by itself.
         */
        put: operations["shareContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 contacts
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one contact, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one contact the values they had before an event
         * @description Give fields of one contact the values they had before an event.
         */
        post: operations["revertContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The companies of a person, ended ones included
         * @description The companies of a person, ended ones included.
         */
        get: operations["listContactRelations"];
        put?: never;
        /**
         * Relate a person to a company
         * @description The first active relation is the primary one. A new primary relation takes that from the one before.
         */
        post: operations["createContactRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/relations/{relationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change or end a relation, or make it the primary one
         * @description A relation ends with an endDate that is not in the future and stays as history.
         */
        patch: operations["updateContactRelation"];
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products you may see, newest first
         * @description List products you may see, newest first.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Create one product
         * @description Create one product.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one product
         * @description Read one product.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        /**
         * Move one product to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        /**
         * Change fields of one product
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateProduct"];
        trace?: never;
    };
    "/v1/products/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one product back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 products
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one product, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one product the values they had before an event
         * @description Give fields of one product the values they had before an event.
         */
        post: operations["revertProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/external/{system}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the product another system knows by this id
         * @description Read the product another system knows by this id.
         */
        get: operations["getProductByExternalId"];
        /**
         * Create the product another system knows by this id, or merge into it
         * @description Create the product another system knows by this id, or merge into it.
         */
        put: operations["putProductByExternalId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List price books you may see, newest first
         * @description List price books you may see, newest first.
         */
        get: operations["listPriceBooks"];
        put?: never;
        /**
         * Create one price book
         * @description Create one price book.
         */
        post: operations["createPriceBook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-books/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one price book
         * @description Read one price book.
         */
        get: operations["getPriceBook"];
        put?: never;
        post?: never;
        /**
         * Move one price book to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deletePriceBook"];
        options?: never;
        head?: never;
        /**
         * Change fields of one price book
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updatePriceBook"];
        trace?: never;
    };
    "/v1/price-books/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one price book back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restorePriceBook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-books/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 price books
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchPriceBooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-books/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one price book, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelinePriceBook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-books/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one price book the values they had before an event
         * @description Give fields of one price book the values they had before an event.
         */
        post: operations["revertPriceBook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-books/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The price of a product in a deal, and how it was found
         * @description The book is the one that is named, else the account's, else the standard one of the currency. In it counts the entry with the largest minimum that is not above the quantity; where the book says so, the adjusted standard price. Currencies are never converted. Answers 422 `price.not_found` with the path as `resolution` when there is no price.
         */
        post: operations["resolvePrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List price book entries you may see, newest first
         * @description List price book entries you may see, newest first.
         */
        get: operations["listPriceBookEntries"];
        put?: never;
        /**
         * Create one price book entry
         * @description Create one price book entry.
         */
        post: operations["createPriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one price book entry
         * @description Read one price book entry.
         */
        get: operations["getPriceBookEntry"];
        put?: never;
        post?: never;
        /**
         * Move one price book entry to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deletePriceBookEntry"];
        options?: never;
        head?: never;
        /**
         * Change fields of one price book entry
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updatePriceBookEntry"];
        trace?: never;
    };
    "/v1/price-book-entries/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one price book entry back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restorePriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 price book entries
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchPriceBookEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one price book entry, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelinePriceBookEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one price book entry the values they had before an event
         * @description Give fields of one price book entry the values they had before an event.
         */
        post: operations["revertPriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a product costs in each price book that has it
         * @description What a product costs in each price book that has it.
         */
        get: operations["listProductPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exchange rates you may see, newest first
         * @description List exchange rates you may see, newest first.
         */
        get: operations["listExchangeRates"];
        put?: never;
        /**
         * Create one exchange rate
         * @description Create one exchange rate.
         */
        post: operations["createExchangeRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one exchange rate
         * @description Read one exchange rate.
         */
        get: operations["getExchangeRate"];
        put?: never;
        post?: never;
        /**
         * Move one exchange rate to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteExchangeRate"];
        options?: never;
        head?: never;
        /**
         * Change fields of one exchange rate
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateExchangeRate"];
        trace?: never;
    };
    "/v1/exchange-rates/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one exchange rate back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreExchangeRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange-rates/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 exchange rates
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchExchangeRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange-rates/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one exchange rate, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineExchangeRate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange-rates/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one exchange rate the values they had before an event
         * @description Give fields of one exchange rate the values they had before an event.
         */
        post: operations["revertExchangeRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange-rates/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add up amounts of several currencies in the organisation's currency
         * @description Each at the latest rate that is not after the date. An amount without a rate is null, counted in `unpriced`, and in no sum.
         */
        post: operations["convertAmounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the organisation works: company, currency, taxes, limits
         * @description How the organisation works: company, currency, taxes, limits.
         */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how the organisation works
         * @description JSON merge patch (RFC 7396); lists are replaced. Deals, quotes and amounts that were computed before stay as they are.
         */
        patch: operations["updateOrganisation"];
        trace?: never;
    };
    "/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leads you may see, newest first
         * @description List leads you may see, newest first.
         */
        get: operations["listLeads"];
        put?: never;
        /**
         * Create one lead
         * @description Create one lead.
         */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one lead
         * @description Read one lead.
         */
        get: operations["getLead"];
        put?: never;
        post?: never;
        /**
         * Move one lead to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /**
         * Change fields of one lead
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateLead"];
        trace?: never;
    };
    "/v1/leads/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one lead back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who else may see or change one lead
         * @description Replaces all explicit shares. A share widens what roles give, never narrows it, and may end by itself.
         */
        put: operations["shareLead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 leads
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one lead, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one lead the values they had before an event
         * @description Give fields of one lead the values they had before an event.
         */
        post: operations["revertLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/external/{system}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the lead another system knows by this id
         * @description Read the lead another system knows by this id.
         */
        get: operations["getLeadByExternalId"];
        /**
         * Create the lead another system knows by this id, or merge into it
         * @description Create the lead another system knows by this id, or merge into it.
         */
        put: operations["putLeadByExternalId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account and a contact of a lead
         * @description One transaction: all of it or nothing. Of records that are there only empty fields are filled, and lists united. Answers 409 `lead.converted` with the ids when it was done before, and 409 `lead.duplicates` with `candidates` when a new record is very likely there already. With `dryRun` the answer is the same and nothing is written.
         */
        post: operations["convertLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{id}/convert/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a conversion back
         * @description Within 30 days. New records go to the recycle bin, what was filled in is emptied. Answers 409 `lead.undo_blocked` with `blockers` when somebody has worked with those records since.
         */
        post: operations["undoLeadConversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List capture forms you may see, newest first
         * @description List capture forms you may see, newest first.
         */
        get: operations["listCaptureForms"];
        put?: never;
        /**
         * Create one capture form
         * @description Create one capture form.
         */
        post: operations["createCaptureForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture-forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one capture form
         * @description Read one capture form.
         */
        get: operations["getCaptureForm"];
        put?: never;
        post?: never;
        /**
         * Move one capture form to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteCaptureForm"];
        options?: never;
        head?: never;
        /**
         * Change fields of one capture form
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateCaptureForm"];
        trace?: never;
    };
    "/v1/capture-forms/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one capture form back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreCaptureForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture-forms/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one capture form, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineCaptureForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture-failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List capture failures you may see, newest first
         * @description List capture failures you may see, newest first.
         */
        get: operations["listCaptureFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture-failures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one capture failure
         * @description Read one capture failure.
         */
        get: operations["getCaptureFailure"];
        put?: never;
        post?: never;
        /**
         * Move one capture failure to the recycle bin
         * @description Frees its unique values at once, and cannot be undone.
         */
        delete: operations["deleteCaptureFailure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture-failures/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again to take a capture that failed
         * @description With the form as it is now. Answers what is still wrong, or the failure with the lead it became.
         */
        post: operations["replayCaptureFailure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture/{formKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a web form
         * @description Answers the same whatever becomes of it, so that it tells nothing about forms and people. An open lead with the address gets one more touch and its empty fields filled; otherwise there is a new lead. What cannot be taken is kept and can be replayed.
         */
        post: operations["capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opt-in/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link of an opt-in letter
         * @description Changes nothing: programs that look at mail follow links too. Its button posts to the same address.
         */
        get: operations["showOptIn"];
        put?: never;
        /**
         * Confirm an address
         * @description Notes that the address is its owner’s and that this person agreed. Again, it answers the same.
         */
        post: operations["confirmOptIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notes you may see, newest first
         * @description List notes you may see, newest first.
         */
        get: operations["listNotes"];
        put?: never;
        /**
         * Create one note
         * @description Create one note.
         */
        post: operations["createNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one note
         * @description Read one note.
         */
        get: operations["getNote"];
        put?: never;
        post?: never;
        /**
         * Move one note to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteNote"];
        options?: never;
        head?: never;
        /**
         * Change fields of one note
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateNote"];
        trace?: never;
    };
    "/v1/notes/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one note back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of a note, latest first
         * @description Every version of a note, latest first.
         */
        get: operations["listNoteVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List interactions you may see, newest first
         * @description List interactions you may see, newest first.
         */
        get: operations["listInteractions"];
        put?: never;
        /**
         * Create one interaction
         * @description Create one interaction.
         */
        post: operations["createInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one interaction
         * @description Read one interaction.
         */
        get: operations["getInteraction"];
        put?: never;
        post?: never;
        /**
         * Move one interaction to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteInteraction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one interaction back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Append a corrected revision of an interaction
         * @description The interaction itself stays as it was logged and points to its correction.
         */
        post: operations["correctInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users you may see, newest first
         * @description List users you may see, newest first.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create one user
         * @description Create one user.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one user
         * @description Read one user.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Move one user to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change fields of one user
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/v1/users/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one user back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one user, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one user the values they had before an event
         * @description Give fields of one user the values they had before an event.
         */
        post: operations["revertUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teams you may see, newest first
         * @description List teams you may see, newest first.
         */
        get: operations["listTeams"];
        put?: never;
        /**
         * Create one team
         * @description Create one team.
         */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one team
         * @description Read one team.
         */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        /**
         * Move one team to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        /**
         * Change fields of one team
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateTeam"];
        trace?: never;
    };
    "/v1/teams/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one team back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one team, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one team the values they had before an event
         * @description Give fields of one team the values they had before an event.
         */
        post: operations["revertTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are and what you may do
         * @description Who you are and what you may do.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your own name, time zone, language, phone or absence
         * @description Change your own name, time zone, language, phone or absence.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/v1/access/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a user may or may not do each thing to a record
         * @description Why a user may or may not do each thing to a record.
         */
        get: operations["explainAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys you may see, newest first
         * @description List API keys you may see, newest first.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Issue a key for a program
         * @description The key is shown once. It allows what you may do, cut down to its roles, scopes, addresses and days. Deleting it revokes it.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one API key
         * @description Read one API key.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Move one API key to the recycle bin
         * @description Frees its unique values at once, and cannot be undone.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Change fields of one API key
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/v1/api-keys/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one API key, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a new secret for a key; the old one works for another day
         * @description Issue a new secret for a key; the old one works for another day.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a person's work, for good or until an instant
         * @description Everything of these kinds that the person owns goes to the receiver, in the background; the teams of the records stay. With `until` it is a delegation: what the receiver still owns at that instant goes back. Answers 409 while other work of the person is on its way.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List handovers you may see, newest first
         * @description List handovers you may see, newest first.
         */
        get: operations["listHandovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one handover
         * @description Read one handover.
         */
        get: operations["getHandover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one handover, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineHandover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records a handover has moved, each with its last five interactions
         * @description The brief for whoever takes over. Records that you may not see are left out.
         */
        get: operations["listHandoverItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back what a handover has moved
         * @description In the background. A record that has another owner by now stays where it is and is counted as kept. Answers 409 the second time.
         */
        post: operations["revertHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports you may see, newest first
         * @description List imports you may see, newest first.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Begin to import a file
         * @description Answers where to send the file: PUT exactly these bytes with this content type to `upload.url`, then start the import. Columns become fields by a mapping, one of a preset, or by their names; `match` finds the record a row is about. Every row is a change like any other: with the rights of the caller, the same checks and the same events.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one import
         * @description Read one import.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one import, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another link to send the file to
         * @description Another link to send the file to.
         */
        post: operations["renewImportUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the file that was sent
         * @description In the background. Status, counts and `bytesRead` tell how far it is. Answers 409 before the file is there.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read no further rows
         * @description The batch at work, at most 500 rows, is brought to its end so that each of its rows is told. What was written stays, and can be undone.
         */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what an import has changed
         * @description In the background, within 30 days. Records it made go to the recycle bin, fields it changed get their former values. What somebody has changed since stays as it is, is counted as kept and named in the report.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to what became of each row
         * @description CSV with row, outcome, id, code and detail; safe to open in a spreadsheet.
         */
        get: operations["getImportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List import presets you may see, newest first
         * @description List import presets you may see, newest first.
         */
        get: operations["listImportPresets"];
        put?: never;
        /**
         * Create one import preset
         * @description Create one import preset.
         */
        post: operations["createImportPreset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-presets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one import preset
         * @description Read one import preset.
         */
        get: operations["getImportPreset"];
        put?: never;
        post?: never;
        /**
         * Move one import preset to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteImportPreset"];
        options?: never;
        head?: never;
        /**
         * Change fields of one import preset
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateImportPreset"];
        trace?: never;
    };
    "/v1/import-presets/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one import preset back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreImportPreset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-presets/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one import preset, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineImportPreset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-presets/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one import preset the values they had before an event
         * @description Give fields of one import preset the values they had before an event.
         */
        post: operations["revertImportPreset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports you may see, newest first
         * @description List exports you may see, newest first.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Write records to a file
         * @description In the background, with the rights of the caller: records that lists show and that may be exported, without fields that are hidden. Status and count tell how far it is. CSV is safe to open in a spreadsheet; an import without a mapping reads either format back. An archive is the whole CRM with its history, for administrators.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one export
         * @description Read one export.
         */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one export, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop writing a file
         * @description Stop writing a file.
         */
        post: operations["cancelExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to the file
         * @description The file is kept for 30 days. Answers 409 while it is being written.
         */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases you may see, newest first
         * @description List cases you may see, newest first.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Create one case
         * @description Create one case.
         */
        post: operations["createCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one case
         * @description Read one case.
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        /**
         * Move one case to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteCase"];
        options?: never;
        head?: never;
        /**
         * Change fields of one case
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateCase"];
        trace?: never;
    };
    "/v1/cases/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one case back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who else may see or change one case
         * @description Replaces all explicit shares. A share widens what roles give, never narrows it, and may end by itself.
         */
        put: operations["shareCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one case, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one case the values they had before an event
         * @description Give fields of one case the values they had before an event.
         */
        post: operations["revertCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for the customer or for somebody else
         * @description The clock of the solution stands still until the customer writes or the case goes on.
         */
        post: operations["waitForCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/proceed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a case, from the beginning or after waiting
         * @description Go on with a case, from the beginning or after waiting.
         */
        post: operations["proceedWithCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how a case was solved
         * @description It closes by itself seven days later, and goes on when the customer comes back.
         */
        post: operations["resolveCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a case
         * @description Close a case.
         */
        post: operations["closeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a case that waits in a queue
         * @description Answers 409 when somebody has it already.
         */
        post: operations["claimCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a case to another one about the same thing
         * @description It closes as a duplicate and says in `mergedIntoId` where it went on; what was said about it follows in the background. Answers 409 when the other one has ended.
         */
        post: operations["mergeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a case to somebody, or put it into a queue
         * @description Why stands in the history of the case.
         */
        post: operations["assignCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a case
         * @description Within 14 days after its end the case goes on; later a new one is opened that follows it.
         */
        post: operations["reopenCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said about a case, latest first
         * @description What was said about a case, latest first.
         */
        get: operations["listCaseComments"];
        put?: never;
        /**
         * Write down what was said about a case
         * @description Internal unless told. `inbound` is what the customer said, on the phone for example: it ends waiting for it. `outbound` is what the customer was told in another way than by mail.
         */
        post: operations["commentCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one comment of a case
         * @description Read one comment of a case.
         */
        get: operations["getCaseComment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the customer
         * @description Answer the customer.
         */
        post: operations["replyToCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ratings/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind a link of the letter that asks about a solved case
         * @description Changes nothing: programs that look at mail follow links too. Its form posts to the same address.
         */
        get: operations["showRating"];
        put?: never;
        /**
         * Say how happy you are with how a case was solved
         * @description One answer per case. The last one counts, until seven days after the first; what comes later changes nothing. The answer to that is the same page.
         */
        post: operations["rateCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How service did: promises kept, times, first contacts, satisfaction, backlog
         * @description Of the whole organisation, as a whole and by priority, and for a policy and a queue that are named. Days are those of UTC, at most 366. What is said about a solution counts on the day of the solution while the case stays solved. From totals: the cost does not depend on how many cases there are; they follow changes within seconds.
         */
        get: operations["getServiceAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks you may see, newest first
         * @description List tasks you may see, newest first.
         */
        get: operations["listTasks"];
        put?: never;
        /**
         * Create one task
         * @description Create one task.
         */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one task
         * @description Read one task.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Move one task to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /**
         * Change fields of one task
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/v1/tasks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one task back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who else may see or change one task
         * @description Replaces all explicit shares. A share widens what roles give, never narrows it, and may end by itself.
         */
        put: operations["shareTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task; one that recurs is followed by the next
         * @description Answers 409 while tasks it waits for are open, unless it is forced. The next task of a series is made in the same transaction, due at the same local time.
         */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you have to do by the end of a day, in the order to do it
         * @description Open tasks, promises to the customers of your open cases, and callbacks, of one day or late. What was promised to a customer and is late comes first, then what is due soonest. Today, in your own time zone, unless told.
         */
        get: operations["getAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calendars you may see, newest first
         * @description List calendars you may see, newest first.
         */
        get: operations["listCalendars"];
        put?: never;
        /**
         * Create one calendar
         * @description Create one calendar.
         */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one calendar
         * @description Read one calendar.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        /**
         * Move one calendar to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteCalendar"];
        options?: never;
        head?: never;
        /**
         * Change fields of one calendar
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateCalendar"];
        trace?: never;
    };
    "/v1/calendars/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one calendar back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one calendar, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one calendar the values they had before an event
         * @description Give fields of one calendar the values they had before an event.
         */
        post: operations["revertCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When so many business minutes will have passed
         * @description The instant, and the open hours on the way to it: what a promise means by this calendar.
         */
        get: operations["previewCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sla-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SLA policies you may see, newest first
         * @description List SLA policies you may see, newest first.
         */
        get: operations["listSlaPolicies"];
        put?: never;
        /**
         * Create one SLA policy
         * @description Create one SLA policy.
         */
        post: operations["createSlaPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sla-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one SLA policy
         * @description Read one SLA policy.
         */
        get: operations["getSlaPolicy"];
        put?: never;
        post?: never;
        /**
         * Move one SLA policy to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteSlaPolicy"];
        options?: never;
        head?: never;
        /**
         * Change fields of one SLA policy
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateSlaPolicy"];
        trace?: never;
    };
    "/v1/sla-policies/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one SLA policy back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreSlaPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sla-policies/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one SLA policy, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineSlaPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sla-policies/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one SLA policy the values they had before an event
         * @description Give fields of one SLA policy the values they had before an event.
         */
        post: operations["revertSlaPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List queues you may see, newest first
         * @description List queues you may see, newest first.
         */
        get: operations["listQueues"];
        put?: never;
        /**
         * Create one queue
         * @description Create one queue.
         */
        post: operations["createQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one queue
         * @description Read one queue.
         */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        /**
         * Move one queue to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteQueue"];
        options?: never;
        head?: never;
        /**
         * Change fields of one queue
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateQueue"];
        trace?: never;
    };
    "/v1/queues/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one queue back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one queue, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one queue the values they had before an event
         * @description Give fields of one queue the values they had before an event.
         */
        post: operations["revertQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the next case of a queue
         * @description The oldest of the most urgent ones that wait. Two people never get the same one. Answers 409 when none waits.
         */
        post: operations["claimFromQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pipelines you may see, newest first
         * @description List pipelines you may see, newest first.
         */
        get: operations["listPipelines"];
        put?: never;
        /**
         * Create one pipeline
         * @description Create one pipeline.
         */
        post: operations["createPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one pipeline
         * @description Read one pipeline.
         */
        get: operations["getPipeline"];
        put?: never;
        post?: never;
        /**
         * Move one pipeline to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deletePipeline"];
        options?: never;
        head?: never;
        /**
         * Change fields of one pipeline
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updatePipeline"];
        trace?: never;
    };
    "/v1/pipelines/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one pipeline back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restorePipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one pipeline, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelinePipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one pipeline the values they had before an event
         * @description Give fields of one pipeline the values they had before an event.
         */
        post: operations["revertPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}/make-default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send deals that name no pipeline into this one
         * @description Send deals that name no pipeline into this one.
         */
        post: operations["makeDefaultPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}/stages/{stageId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a stage out of a pipeline, its deals into another one
         * @description From now on no deal comes into the stage. Up to 50 deals a request go to moveTo; when none is left and 15 seconds have passed, the stage is removed. Repeat until isRemoved. Without moveTo a stage with deals is refused.
         */
        post: operations["retireStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stages of a pipeline, what their deals come to, and the first of them
         * @description Sums follow a change within seconds. Deals that are shared with you stand in your list, not on the board.
         */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}/stages/{stageId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * More of the deals in one stage, in the order of the board
         * @description More of the deals in one stage, in the order of the board.
         */
        get: operations["listStageCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List opportunities you may see, newest first
         * @description List opportunities you may see, newest first.
         */
        get: operations["listOpportunities"];
        put?: never;
        /**
         * Create one opportunity
         * @description Create one opportunity.
         */
        post: operations["createOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one opportunity
         * @description Read one opportunity.
         */
        get: operations["getOpportunity"];
        put?: never;
        post?: never;
        /**
         * Move one opportunity to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteOpportunity"];
        options?: never;
        head?: never;
        /**
         * Change fields of one opportunity
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateOpportunity"];
        trace?: never;
    };
    "/v1/opportunities/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one opportunity back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who else may see or change one opportunity
         * @description Replaces all explicit shares. A share widens what roles give, never narrows it, and may end by itself.
         */
        put: operations["shareOpportunity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete up to 100 opportunities
         * @description Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.
         */
        post: operations["batchOpportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one opportunity, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineOpportunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one opportunity the values they had before an event
         * @description Give fields of one opportunity the values they had before an event.
         */
        post: operations["revertOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/external/{system}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the opportunity another system knows by this id
         * @description Read the opportunity another system knows by this id.
         */
        get: operations["getOpportunityByExternalId"];
        /**
         * Create the opportunity another system knows by this id, or merge into it
         * @description Create the opportunity another system knows by this id, or merge into it.
         */
        put: operations["putOpportunityByExternalId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a deal to another stage
         * @description Resets probability and forecast category to those of the stage unless they are sent along. A deal that lacks what the stages it leaves behind require is refused with everything that is missing; managers may force it, with a reason.
         */
        post: operations["moveOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a deal as won or lost
         * @description A lost deal needs one of the reasons of its pipeline; the reason `other` needs a note.
         */
        post: operations["closeOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a closed deal again
         * @description How it ended stays in its stage history.
         */
        post: operations["reopenOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a deal between two others of its stage on the board
         * @description Name the one it comes behind, the one it comes before, or both.
         */
        post: operations["placeOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The way of a deal through its stages, and the time it spent in each
         * @description The way of a deal through its stages, and the time it spent in each.
         */
        get: operations["getOpportunityStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opportunities/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a deal is about, line by line
         * @description What a deal is about, line by line.
         */
        get: operations["getOpportunityLines"];
        /**
         * Replace all lines of a deal
         * @description All in one transaction with the amount of the deal, which is what the lines come to: each is rounded once, a half away from zero. Without lines the amount stays, and can be set by hand again.
         */
        put: operations["putOpportunityLines"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deals of an account, newest first
         * @description The deals of an account, newest first.
         */
        get: operations["listAccountOpportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalation-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List escalation rules you may see, newest first
         * @description List escalation rules you may see, newest first.
         */
        get: operations["listEscalationRules"];
        put?: never;
        /**
         * Create one escalation rule
         * @description Create one escalation rule.
         */
        post: operations["createEscalationRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalation-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one escalation rule
         * @description Read one escalation rule.
         */
        get: operations["getEscalationRule"];
        put?: never;
        post?: never;
        /**
         * Move one escalation rule to the recycle bin
         * @description Frees its unique values at once. Restore within 30 days.
         */
        delete: operations["deleteEscalationRule"];
        options?: never;
        head?: never;
        /**
         * Change fields of one escalation rule
         * @description JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.
         */
        patch: operations["updateEscalationRule"];
        trace?: never;
    };
    "/v1/escalation-rules/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring one escalation rule back from the recycle bin
         * @description Answers 409 and names the record in the way when a unique value was taken meanwhile.
         */
        post: operations["restoreEscalationRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalation-rules/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one escalation rule, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineEscalationRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalation-rules/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give fields of one escalation rule the values they had before an event
         * @description Give fields of one escalation rule the values they had before an event.
         */
        post: operations["revertEscalationRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By which rule a case escalates, and when next
         * @description Worked out within seconds of each change of the case.
         */
        get: operations["getCaseEscalation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List inbound mail you may see, newest first
         * @description List inbound mail you may see, newest first.
         */
        get: operations["listInboundMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one inbound mail
         * @description Read one inbound mail.
         */
        get: operations["getInboundMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-mail/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one inbound mail, latest first
         * @description Every change with before and after, and what was noted and logged about it.
         */
        get: operations["timelineInboundMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-mail/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which case a letter belongs to
         * @description It then counts as said by the customer: waiting for it ends, and what had ended is open again.
         */
        post: operations["attachInboundMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-mail/{id}/create-case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a case for a letter
         * @description Open a case for a letter.
         */
        post: operations["createCaseFromInboundMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-mail/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a letter aside that belongs to no case
         * @description Put a letter aside that belongs to no case.
         */
        post: operations["dismissInboundMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find records by the beginning of any word, address or number
         * @description Every term must match; diacritics and tone marks do not matter. Ids and whole e-mail addresses are found at once; words follow a change by the lag of the projector, usually under a second. It stops looking when the page is full or when what matches is mostly hidden from you: then `isComplete` is false, and more of the words finds the rest.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The change feed: every event of the CRM in order
         * @description Begins at `since` (an hour ago without it) and goes on from each `nextCursor`, which is always there. Events are told fifteen seconds after they happened, so that none can appear behind the cursor.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the CRM answers
         * @description Costs one read of the database. 503 when that does not answer.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description This document.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessExplanation: {
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            userId: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            recordId: string;
            decisions: {
                /** @enum {string} */
                action: "read" | "create" | "update" | "delete" | "assign" | "share" | "export" | "bulk" | "configure";
                allowed: boolean;
                /** @enum {string} */
                level: "none" | "own" | "team" | "subtree" | "all";
                /** @enum {string} */
                grounds?: "role" | "owner" | "share" | "everyone" | "team" | "subtree";
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                via?: string;
            }[];
        };
        Account: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            domain?: string;
            industry?: string;
            /** Format: int32 */
            employees?: number;
            annualRevenue?: components["schemas"]["Money"];
            phones?: components["schemas"]["PhoneEntry"][];
            addresses?: components["schemas"]["Address"][];
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            parentId?: string;
            description?: string;
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        AccountBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["AccountCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["AccountPatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        AccountCreate: {
            name: string;
            domain?: string;
            industry?: string;
            /** Format: int32 */
            employees?: number;
            annualRevenue?: components["schemas"]["Money"];
            phones?: components["schemas"]["PhoneEntryInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            parentId?: string;
            description?: string;
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        AccountPage: {
            data: components["schemas"]["Account"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        AccountPatch: {
            name?: string;
            domain?: string | null;
            industry?: string | null;
            employees?: number | null;
            annualRevenue?: {
                /** Format: int64 */
                amount?: number;
                /**
                 * @description ISO 4217 currency code.
                 * @example USD
                 */
                currency?: string;
            } | null;
            phones?: components["schemas"]["PhoneEntryInput"][] | null;
            addresses?: components["schemas"]["AddressInput"][] | null;
            parentId?: string | null;
            description?: string | null;
            priceBookId?: string | null;
            tags?: string[] | null;
            externalIds?: {
                [key: string]: string | null;
            } | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        AccountUpsert: {
            name: string;
            domain?: string;
            industry?: string;
            /** Format: int32 */
            employees?: number;
            annualRevenue?: components["schemas"]["Money"];
            phones?: components["schemas"]["PhoneEntryInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            parentId?: string;
            description?: string;
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        Address: {
            /**
             * @default office
             * @enum {string}
             */
            type: "billing" | "shipping" | "office" | "home" | "other";
            street?: string;
            city?: string;
            region?: string;
            postalCode?: string;
            country?: string;
        };
        AddressInput: {
            /**
             * @default office
             * @enum {string}
             */
            type?: "billing" | "shipping" | "office" | "home" | "other";
            street?: string;
            city?: string;
            region?: string;
            postalCode?: string;
            country?: string;
        };
        Agenda: {
            /**
             * Format: date
             * @example 2026-11-22
             */
            date: string;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            zone: string;
            entries: components["schemas"]["AgendaEntry"][];
            /** @description There is more than this; what is due first is here. */
            isCut: boolean;
        };
        AgendaEntry: {
            /**
             * @description A task of yours; what was promised to the customer of a case of yours; a callback that you owe.
             * @enum {string}
             */
            what: "task" | "promise" | "callback";
            /**
             * Format: date-time
             * @description By when. A promise or callback that is late is late since then.
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            isLate: boolean;
            /** @description What is to be done, for a task. */
            task?: components["schemas"]["Task"];
            /** @description What it is about, for a promise or a callback. */
            case?: components["schemas"]["Case"];
        };
        ApiKey: {
            /** @example key_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            roles?: ("admin" | "manager" | "rep" | "marketing" | "agent" | "readonly")[];
            scopes: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            expiresAt: string;
            cidrs?: (string)[];
            keyId: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            lastUsedAt?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        ApiKeyCreate: {
            name: string;
            roles?: ("admin" | "manager" | "rep" | "marketing" | "agent" | "readonly")[];
            scopes: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            expiresAt: string;
            cidrs?: (string)[];
        };
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ApiKeyPatch: {
            name?: string;
            roles?: ("admin" | "manager" | "rep" | "marketing" | "agent" | "readonly")[] | null;
            scopes?: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            expiresAt?: string;
            cidrs?: (string)[] | null;
        };
        BatchAnswer: {
            results: {
                /** Format: int32 */
                status: number;
                /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
                id?: string;
                /** Format: int64 */
                version?: number;
                /**
                 * @description Stable, for programs.
                 * @example contact.email_taken
                 */
                code?: string;
                detail?: string;
            }[];
        };
        Board: {
            /** @example pip_01kavm5g3t8z1r4y6w9x2c7b0d */
            pipelineId: string;
            scope: {
                /** @enum {string} */
                scope: "own" | "team" | "everyone" | "all";
                /**
                 * @description Somebody below you, with `own`.
                 * @example usr_01kavm5g3t8z1r4y6w9x2c7b0d
                 */
                ownerId?: string;
                /**
                 * @description One of your teams, with `team`.
                 * @example tea_01kavm5g3t8z1r4y6w9x2c7b0d
                 */
                teamId?: string;
            };
            stages: components["schemas"]["BoardStage"][];
        };
        BoardCard: {
            opportunity: components["schemas"]["Opportunity"];
            warnings: ("no_decision_maker" | "close_date_passed" | "rotten")[];
        };
        BoardCardPage: {
            data: components["schemas"]["BoardCard"][];
            nextCursor: string | null;
        };
        BoardStage: {
            stage: {
                id: string;
                name: string;
                /**
                 * @default open
                 * @enum {string}
                 */
                status: "open" | "won" | "lost";
                /**
                 * Format: int32
                 * @description Whole percent.
                 */
                probability: number;
            };
            /**
             * Format: int64
             * @description Deals in the stage, closed ones of a closed stage.
             */
            count: number;
            /**
             * Format: int64
             * @description Those of them without an amount.
             */
            unpriced: number;
            /** @description Per currency, in its minor unit; `weighted` is expected revenue. */
            amounts: {
                /**
                 * @description ISO 4217 currency code.
                 * @example USD
                 */
                currency: string;
                /** Format: int64 */
                sum: number;
                /** Format: int64 */
                weighted: number;
            }[];
            cards: components["schemas"]["BoardCard"][];
            nextCursor: string | null;
        };
        Calendar: {
            /** @example cal_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            description?: string;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone: string;
            /**
             * @description Always open: then there are no week, no holidays and no overrides.
             * @default false
             */
            is24x7: boolean;
            week?: components["schemas"]["WeekHours"];
            /** @default [] */
            holidays: components["schemas"]["Holiday"][];
            /** @default [] */
            overrides: components["schemas"]["HoursOverride"][];
            /**
             * @description The calendar of whatever names none. Making one the default takes it from the other.
             * @default false
             */
            isDefault: boolean;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        CalendarCreate: {
            name: string;
            description?: string;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone: string;
            /**
             * @description Always open: then there are no week, no holidays and no overrides.
             * @default false
             */
            is24x7?: boolean;
            week?: components["schemas"]["WeekHoursInput"];
            /** @default [] */
            holidays?: components["schemas"]["Holiday"][];
            /** @default [] */
            overrides?: components["schemas"]["HoursOverride"][];
            /**
             * @description The calendar of whatever names none. Making one the default takes it from the other.
             * @default false
             */
            isDefault?: boolean;
        };
        CalendarPage: {
            data: components["schemas"]["Calendar"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        CalendarPatch: {
            name?: string;
            description?: string | null;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone?: string;
            is24x7?: boolean;
            week?: {
                /**
                 * @example [
                 *       {
                 *         "start": "09:00",
                 *         "end": "17:00"
                 *       }
                 *     ]
                 */
                monday?: components["schemas"]["WallInterval"][];
                /**
                 * @example [
                 *       {
                 *         "start": "09:00",
                 *         "end": "17:00"
                 *       }
                 *     ]
                 */
                tuesday?: components["schemas"]["WallInterval"][];
                /**
                 * @example [
                 *       {
                 *         "start": "09:00",
                 *         "end": "17:00"
                 *       }
                 *     ]
                 */
                wednesday?: components["schemas"]["WallInterval"][];
                /**
                 * @example [
                 *       {
                 *         "start": "09:00",
                 *         "end": "17:00"
                 *       }
                 *     ]
                 */
                thursday?: components["schemas"]["WallInterval"][];
                /**
                 * @example [
                 *       {
                 *         "start": "09:00",
                 *         "end": "17:00"
                 *       }
                 *     ]
                 */
                friday?: components["schemas"]["WallInterval"][];
                /**
                 * @example [
                 *       {
                 *         "start": "09:00",
                 *         "end": "17:00"
                 *       }
                 *     ]
                 */
                saturday?: components["schemas"]["WallInterval"][];
                /**
                 * @example [
                 *       {
                 *         "start": "09:00",
                 *         "end": "17:00"
                 *       }
                 *     ]
                 */
                sunday?: components["schemas"]["WallInterval"][];
            } | null;
            holidays?: components["schemas"]["Holiday"][];
            overrides?: components["schemas"]["HoursOverride"][];
            isDefault?: boolean;
        };
        CalendarPreview: {
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            from: string;
            /** Format: int64 */
            minutes: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            dueAt: string;
            intervals: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until: string;
            }[];
            /** @description False when there are more intervals than are shown. */
            isComplete: boolean;
        };
        CaptureAnswer: {
            /** @constant */
            status: "received";
        };
        CaptureFailure: {
            /** @example cpf_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @example cap_01kavm5g3t8z1r4y6w9x2c7b0d */
            formId: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            /** @description Why it could not be taken. */
            code: string;
            detail: string;
            request: components["schemas"]["CaptureRequest"];
            ip: string;
            origin?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            replayedAt?: string;
            /**
             * @description The lead it became when it was taken after all.
             * @example led_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            leadId?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        CaptureFailurePage: {
            data: components["schemas"]["CaptureFailure"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        CaptureForm: {
            /** @example cap_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            fields: ("salutation" | "firstName" | "lastName" | "title" | "company" | "email" | "phone" | "domain" | "industry" | "employees" | "city" | "country" | "message")[];
            /** @description What every lead of this form says. */
            constants?: {
                source?: string;
                industry?: string;
                /** @enum {string} */
                rating?: "hot" | "warm" | "cold";
                tags?: string[];
            };
            /**
             * @description Whose the leads are; assignment rules decide unless told.
             * @example usr_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            assignToId?: string;
            /**
             * @description The team that sees the leads.
             * @example tea_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            leadTeamId?: string;
            /**
             * @description Asks by letter whether the address is the sender’s.
             * @default false
             */
            doubleOptIn: boolean;
            /** @description The letter that asks; a plain one unless told. */
            letter?: {
                subject: string;
                text: string;
            };
            /** @description What people agree to. Name another version when it changes. */
            consentText?: string;
            /** @description Shown when an address was confirmed. */
            thanks?: string;
            /** @description Where the thanks lead. */
            redirectUrl?: string;
            /** @default true */
            isActive: boolean;
            /** @description Web pages that may send the form; all of them unless told. */
            allowedOrigins?: string[];
            formKey: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        CaptureFormCreate: {
            name: string;
            fields: ("salutation" | "firstName" | "lastName" | "title" | "company" | "email" | "phone" | "domain" | "industry" | "employees" | "city" | "country" | "message")[];
            /** @description What every lead of this form says. */
            constants?: {
                source?: string;
                industry?: string;
                /** @enum {string} */
                rating?: "hot" | "warm" | "cold";
                tags?: string[];
            };
            /**
             * @description Whose the leads are; assignment rules decide unless told.
             * @example usr_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            assignToId?: string;
            /**
             * @description The team that sees the leads.
             * @example tea_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            leadTeamId?: string;
            /**
             * @description Asks by letter whether the address is the sender’s.
             * @default false
             */
            doubleOptIn?: boolean;
            /** @description The letter that asks; a plain one unless told. */
            letter?: {
                subject: string;
                text: string;
            };
            /** @description What people agree to. Name another version when it changes. */
            consentText?: string;
            /** @description Shown when an address was confirmed. */
            thanks?: string;
            /** @description Where the thanks lead. */
            redirectUrl?: string;
            /** @default true */
            isActive?: boolean;
            /** @description Web pages that may send the form; all of them unless told. */
            allowedOrigins?: string[];
        };
        CaptureFormPage: {
            data: components["schemas"]["CaptureForm"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        CaptureFormPatch: {
            name?: string;
            fields?: ("salutation" | "firstName" | "lastName" | "title" | "company" | "email" | "phone" | "domain" | "industry" | "employees" | "city" | "country" | "message")[];
            constants?: {
                source?: string | null;
                industry?: string | null;
                rating?: ("hot" | "warm" | "cold") | null;
                tags?: string[] | null;
            } | null;
            assignToId?: string | null;
            leadTeamId?: string | null;
            doubleOptIn?: boolean;
            letter?: {
                subject?: string;
                text?: string;
            } | null;
            consentText?: string | null;
            thanks?: string | null;
            redirectUrl?: string | null;
            isActive?: boolean;
            allowedOrigins?: string[] | null;
        };
        CaptureRequest: {
            /**
             * @example {
             *       "lastName": "Nguyễn",
             *       "email": "lan.nguyen@example.com"
             *     }
             */
            fields: {
                [key: string]: string;
            };
            /** @description source, medium, campaign, term, content; others are not kept. */
            utm?: {
                [key: string]: string;
            };
            /** @description Click ids by parameter, such as gclid. */
            clickIds?: {
                [key: string]: string;
            };
            referrer?: string;
            /** @description The version of the text that was agreed to, when it was. */
            consent?: {
                textVersion: string;
            };
            /** @description A trap for programs: people do not see it and leave it empty. */
            homepage?: string;
        };
        Case: {
            /** @example cas_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            subject: string;
            description?: string;
            /**
             * @default question
             * @enum {string}
             */
            type: "question" | "incident" | "problem" | "request" | "complaint";
            /**
             * @description How the customer reached the company. Who wrote the case down is its `createdBy`.
             * @default other
             * @enum {string}
             */
            origin: "email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other";
            /**
             * @default medium
             * @enum {string}
             */
            impact: "low" | "medium" | "high";
            /**
             * @default medium
             * @enum {string}
             */
            urgency: "low" | "medium" | "high";
            /**
             * @description A priority set by hand; it stays when impact or urgency change.
             * @enum {string}
             */
            priorityOverride?: "low" | "normal" | "high" | "urgent";
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            contactId?: string;
            requester?: components["schemas"]["CaseRequester"];
            /**
             * @description The incident that this case is a part of.
             * @example cas_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            parentCaseId?: string;
            tags?: string[];
            /** @description Stands in the agenda of the owner until it is taken away. */
            callback?: components["schemas"]["CaseCallback"];
            /**
             * @description Where it waits for somebody. A new case with a queue and no owner waits for one.
             * @example que_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            queueId?: string;
            /** @example C-000123 */
            number: string;
            /**
             * @description From impact and urgency, unless it is set by hand.
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /** @enum {string} */
            status: "new" | "in_progress" | "waiting_on_customer" | "waiting_on_third_party" | "resolved" | "closed";
            resolution?: components["schemas"]["CaseResolution"];
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            firstResponseAt?: string;
            /**
             * Format: int64
             * @description Business minutes until the first answer, pauses left out.
             */
            firstResponseMinutes?: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            resolvedAt?: string;
            /**
             * Format: int64
             * @description Business minutes until it was solved, pauses left out.
             */
            resolutionMinutes?: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            closedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            reopenedAt?: string;
            /** Format: int64 */
            reopenedCount: number;
            /**
             * Format: int64
             * @description Times the customer wrote or called about it, the first one included.
             */
            inboundCount: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            lastCustomerReplyAt?: string;
            sla?: components["schemas"]["SlaClocks"];
            /**
             * @description That of the clock that is worst off.
             * @enum {string}
             */
            slaState: "running" | "paused" | "met" | "breached" | "cancelled";
            /**
             * Format: date-time
             * @description When the next warning is given or the next promise is broken.
             * @example 2026-11-22T09:30:00.000Z
             */
            slaDueAt?: string;
            /** @description What a change made due, until it is told. */
            slaUntold?: components["schemas"]["SlaHappening"][];
            /**
             * Format: date-time
             * @description When somebody is looked for again: nobody could take it.
             * @example 2026-11-22T09:30:00.000Z
             */
            routeAt?: string;
            /**
             * Format: date-time
             * @description When a person last answered the customer.
             * @example 2026-11-22T09:30:00.000Z
             */
            lastReplyAt?: string;
            isEscalated?: boolean;
            /**
             * Format: int32
             * @description The last step that was taken, 1 the first.
             */
            escalationLevel?: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            escalatedAt?: string;
            /**
             * @description The case that goes on in place of this one.
             * @example cas_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            mergedIntoId?: string;
            rating?: components["schemas"]["CaseRating"];
            /**
             * Format: date-time
             * @description The solution that the customer was last asked about.
             * @example 2026-11-22T09:30:00.000Z
             */
            ratingAskedFor?: string;
            /**
             * @description The case that this one follows: it was closed for too long.
             * @example cas_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            followsId?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        CaseAssignment: {
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example que_01kavm5g3t8z1r4y6w9x2c7b0d */
            queueId?: string;
            reason: string;
        };
        CaseAuthor: {
            /** @enum {string} */
            type: "user" | "contact" | "system";
            id?: string;
            name?: string;
        };
        CaseCallback: {
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Not before `from`.
             * @example 2026-11-22T09:30:00.000Z
             */
            until: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            promisedBy?: string;
        };
        CaseClose: {
            resolution?: components["schemas"]["CaseResolution"];
        };
        CaseComment: {
            /** @example cmt_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @example cas_01kavm5g3t8z1r4y6w9x2c7b0d */
            caseId: string;
            body: string;
            /**
             * @description Internal comments are for colleagues: no customer ever sees them. Outbound is what the customer was told, inbound what the customer said.
             * @default internal
             * @enum {string}
             */
            direction: "internal" | "outbound" | "inbound";
            author: components["schemas"]["CaseAuthor"];
            /** @description Only of answers that go out by mail. */
            delivery?: components["schemas"]["CaseDelivery"];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        CaseCommentCreate: {
            body: string;
            /**
             * @description Internal comments are for colleagues: no customer ever sees them. Outbound is what the customer was told, inbound what the customer said.
             * @default internal
             * @enum {string}
             */
            direction?: "internal" | "outbound" | "inbound";
        };
        CaseCommentPage: {
            data: components["schemas"]["CaseComment"][];
            nextCursor: string | null;
        };
        CaseCreate: {
            subject: string;
            description?: string;
            /**
             * @default question
             * @enum {string}
             */
            type?: "question" | "incident" | "problem" | "request" | "complaint";
            /**
             * @description How the customer reached the company. Who wrote the case down is its `createdBy`.
             * @default other
             * @enum {string}
             */
            origin?: "email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other";
            /**
             * @default medium
             * @enum {string}
             */
            impact?: "low" | "medium" | "high";
            /**
             * @default medium
             * @enum {string}
             */
            urgency?: "low" | "medium" | "high";
            /**
             * @description A priority set by hand; it stays when impact or urgency change.
             * @enum {string}
             */
            priorityOverride?: "low" | "normal" | "high" | "urgent";
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            contactId?: string;
            requester?: components["schemas"]["CaseRequester"];
            /**
             * @description The incident that this case is a part of.
             * @example cas_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            parentCaseId?: string;
            tags?: string[];
            /** @description Stands in the agenda of the owner until it is taken away. */
            callback?: components["schemas"]["CaseCallback"];
            /**
             * @description Where it waits for somebody. A new case with a queue and no owner waits for one.
             * @example que_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            queueId?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        CaseDelivery: {
            /** @enum {string} */
            status: "pending" | "sending" | "sent" | "suppressed" | "failed" | "in_doubt";
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            to: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            messageId?: string;
        };
        CaseEscalation: {
            /**
             * @description The rule that counts; none without it.
             * @example esc_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            ruleId?: string;
            /** Format: int64 */
            ruleVersion?: number;
            /** Format: int64 */
            cycle: number;
            /** @description Steps taken since the case was written down or reopened. */
            takenSteps: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            nextAt?: string;
        };
        CaseMerge: {
            /** @example cas_01kavm5g3t8z1r4y6w9x2c7b0d */
            into: string;
        };
        CasePage: {
            data: components["schemas"]["Case"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        CasePatch: {
            subject?: string;
            description?: string | null;
            /** @enum {string} */
            type?: "question" | "incident" | "problem" | "request" | "complaint";
            /** @enum {string} */
            origin?: "email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other";
            /** @enum {string} */
            impact?: "low" | "medium" | "high";
            /** @enum {string} */
            urgency?: "low" | "medium" | "high";
            priorityOverride?: ("low" | "normal" | "high" | "urgent") | null;
            accountId?: string | null;
            contactId?: string | null;
            requester?: {
                name?: string | null;
                email?: string | null;
                phone?: string | null;
            } | null;
            parentCaseId?: string | null;
            tags?: string[] | null;
            callback?: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description Not before `from`.
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
                promisedBy?: string | null;
            } | null;
            queueId?: string | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        CaseRating: {
            /** Format: int32 */
            score: number;
            text?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @description Of the first answer; it can be changed for seven days from then on.
             * @example 2026-11-22T09:30:00.000Z
             */
            firstAt: string;
            /**
             * @description The task that a low score made.
             * @example tsk_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            followUpId?: string;
        };
        CaseReply: {
            body: string;
            /** @enum {string} */
            status?: "in_progress" | "waiting_on_customer" | "waiting_on_third_party" | "resolved";
        };
        CaseRequester: {
            name?: string;
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            email?: string;
            phone?: string;
        };
        CaseResolution: {
            /** @enum {string} */
            code: "solved" | "workaround" | "answered" | "not_reproducible" | "duplicate" | "solved_with_parent" | "withdrawn" | "no_answer" | "other";
            text?: string;
        };
        CaseWait: {
            /** @enum {string} */
            on: "customer" | "third_party";
        };
        /** @description Click ids of advertising networks, by the name of the parameter. */
        ClickIds: {
            gclid?: string;
            gbraid?: string;
            wbraid?: string;
            fbclid?: string;
            msclkid?: string;
            ttclid?: string;
            twclid?: string;
            li_fat_id?: string;
        };
        Clock: {
            /** @enum {string} */
            state: "running" | "paused" | "met" | "breached" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            stoppedAt?: string;
            /**
             * Format: int32
             * @description Absent when nothing is promised.
             */
            targetMinutes?: number;
            /**
             * Format: date-time
             * @description Absent while the clock is paused.
             * @example 2026-11-22T09:30:00.000Z
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            breachedAt?: string;
            pauses: components["schemas"]["ClockPause"][];
            /**
             * Format: int64
             * @description Business time of pauses that are no longer kept one by one.
             */
            earlierPausesMs?: number;
            /** @description Still to come while the clock runs. */
            warnings: {
                /** Format: int32 */
                percent: number;
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                at: string;
            }[];
            warnedPercents: number[];
        };
        ClockPause: {
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            to?: string;
            /** @enum {string} */
            state: "waiting_on_customer" | "waiting_on_third_party" | "ended";
        };
        CloseRequest: {
            /** @enum {string} */
            outcome: "won" | "lost";
            /** @description The first stage with this outcome unless told. */
            stageId?: string;
            winReason?: string;
            lossReason?: string;
            reasonNote?: string;
            /**
             * @description Goes on without what the stages require. Needs a reason.
             * @default false
             */
            force?: boolean;
            /** @description Why it is forced. */
            reason?: string;
        };
        Company: {
            name: string;
            address?: components["schemas"]["Address"];
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            email?: string;
            phone?: string;
            website?: string;
            taxNumber?: string;
            /** @description Where the company is registered, and its number there. */
            registration?: string;
            /** @description Stands under every quote: bank account, terms. */
            footer?: string;
        };
        Consent: {
            /** @constant */
            purpose: "marketing";
            textVersion: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            ip: string;
            /** @example cap_01kavm5g3t8z1r4y6w9x2c7b0d */
            captureFormId?: string;
            /**
             * Format: date-time
             * @description When the link in the letter was confirmed.
             * @example 2026-11-22T09:30:00.000Z
             */
            confirmedAt?: string;
        };
        Contact: {
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            salutation?: string;
            firstName?: string;
            middleName?: string;
            lastName: string;
            /** @enum {string} */
            gender?: "female" | "male" | "other" | "undisclosed";
            title?: string;
            department?: string;
            emails?: components["schemas"]["EmailEntry"][];
            phones?: components["schemas"]["PhoneEntry"][];
            addresses?: components["schemas"]["Address"][];
            /** @enum {string} */
            preferredChannel?: "email" | "phone" | "sms" | "chat" | "letter" | "in_person";
            /** @example th */
            language?: string;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            birthday?: string;
            source?: string;
            doNotCall?: boolean;
            description?: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            firstTouch?: components["schemas"]["Touch"];
            lastTouch?: components["schemas"]["Touch"];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        ContactBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["ContactCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["ContactPatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        ContactCreate: {
            salutation?: string;
            firstName?: string;
            middleName?: string;
            lastName: string;
            /** @enum {string} */
            gender?: "female" | "male" | "other" | "undisclosed";
            title?: string;
            department?: string;
            emails?: components["schemas"]["EmailEntryInput"][];
            phones?: components["schemas"]["PhoneEntryInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            /** @enum {string} */
            preferredChannel?: "email" | "phone" | "sms" | "chat" | "letter" | "in_person";
            /** @example th */
            language?: string;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            birthday?: string;
            source?: string;
            doNotCall?: boolean;
            description?: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        ContactPage: {
            data: components["schemas"]["Contact"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ContactPatch: {
            salutation?: string | null;
            firstName?: string | null;
            middleName?: string | null;
            lastName?: string;
            gender?: ("female" | "male" | "other" | "undisclosed") | null;
            title?: string | null;
            department?: string | null;
            emails?: components["schemas"]["EmailEntryInput"][] | null;
            phones?: components["schemas"]["PhoneEntryInput"][] | null;
            addresses?: components["schemas"]["AddressInput"][] | null;
            preferredChannel?: ("email" | "phone" | "sms" | "chat" | "letter" | "in_person") | null;
            language?: string | null;
            timeZone?: string | null;
            birthday?: string | null;
            source?: string | null;
            doNotCall?: boolean | null;
            description?: string | null;
            accountId?: string | null;
            tags?: string[] | null;
            externalIds?: {
                [key: string]: string | null;
            } | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        Conversion: {
            isDryRun: boolean;
            lead: components["schemas"]["Lead"];
            account: components["schemas"]["Account"];
            contact: components["schemas"]["Contact"];
            /** @description The records that are new; the others were there. */
            created: ("account" | "contact")[];
            /** @description Records that may be the same as a new one. */
            warnings: components["schemas"]["DuplicateCandidate"][];
        };
        ConversionAccount: {
            name?: string;
            domain?: string;
            industry?: string;
            /** Format: int32 */
            employees?: number;
            annualRevenue?: components["schemas"]["Money"];
            phones?: components["schemas"]["PhoneEntryInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            parentId?: string;
            description?: string;
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId?: string;
            tags?: string[];
        };
        ConversionContact: {
            salutation?: string;
            firstName?: string;
            middleName?: string;
            lastName?: string;
            /** @enum {string} */
            gender?: "female" | "male" | "other" | "undisclosed";
            title?: string;
            department?: string;
            emails?: components["schemas"]["EmailEntryInput"][];
            phones?: components["schemas"]["PhoneEntryInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            /** @enum {string} */
            preferredChannel?: "email" | "phone" | "sms" | "chat" | "letter" | "in_person";
            /** @example th */
            language?: string;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            birthday?: string;
            source?: string;
            doNotCall?: boolean;
            description?: string;
            tags?: string[];
        };
        ConversionRequest: {
            /**
             * @description An account there is; otherwise one is made.
             * @example acc_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            accountId?: string;
            /** @description Fields of the account that count instead of what the lead says, or what an account there is has. */
            account?: components["schemas"]["ConversionAccount"];
            /**
             * @description A contact there is; otherwise one is made.
             * @example con_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            contactId?: string;
            /** @description Fields of the contact that count instead of what the lead says, or what a contact there is has. */
            contact?: components["schemas"]["ConversionContact"];
            /**
             * @description Whose the new records are; that of the lead unless told.
             * @example usr_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            ownerId?: string;
            /**
             * @description Relates the contact to the account when it is not.
             * @default false
             */
            linkContactToAccount?: boolean;
            /**
             * @description Moves notes and interactions to the contact, or leaves them with the lead, which names the contact.
             * @default move
             * @enum {string}
             */
            activities?: "move" | "link";
            /**
             * @description Takes the right to give leads to others.
             * @default false
             */
            skipDuplicateCheck?: boolean;
            /**
             * @description Converts an unqualified lead too.
             * @default false
             */
            force?: boolean;
            /**
             * @description Answers what would happen, and writes nothing.
             * @default false
             */
            dryRun?: boolean;
        };
        ConvertedSum: {
            total: components["schemas"]["Money"];
            /** Format: int32 */
            unpriced: number;
            amounts: ({
                corporate: components["schemas"]["Money"];
                /**
                 * @description A decimal from 0.000001 to 999999999999, as text.
                 * @example 12.5
                 */
                rate: string;
                /**
                 * Format: date
                 * @example 2026-11-22
                 */
                rateDate: string;
            } | null)[];
        };
        ConvertedSumRequest: {
            amounts: components["schemas"]["Money"][];
            /**
             * Format: date
             * @description Today, where the organisation is, unless told.
             * @example 2026-11-22
             */
            date?: string;
        };
        DealContact: {
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            contactId: string;
            /** @enum {string} */
            role: "decisionMaker" | "influencer" | "evaluator" | "champion" | "blocker" | "user" | "buyer" | "other";
            /** @default false */
            isPrimary: boolean;
        };
        DealContactInput: {
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            contactId: string;
            /** @enum {string} */
            role: "decisionMaker" | "influencer" | "evaluator" | "champion" | "blocker" | "user" | "buyer" | "other";
            /** @default false */
            isPrimary?: boolean;
        };
        DealLine: {
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            productId?: string;
            name: string;
            /**
             * @description A decimal from 0.000001 to 999999999999, as text.
             * @example 12.5
             */
            quantity: string;
            /** @description For one unit, before any discount. */
            listPrice: components["schemas"]["Money"];
            discount?: components["schemas"]["LineDiscount"];
            gross: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
        };
        DealLineInput: {
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            productId?: string;
            /** @description That of the product unless told. */
            name?: string;
            /**
             * @description A decimal from 0.000001 to 999999999999, as text.
             * @example 12.5
             */
            quantity: string;
            /** @description For one unit, before any discount. */
            listPrice: components["schemas"]["Money"];
            discount?: components["schemas"]["LineDiscount"];
        };
        DealLines: {
            lines: components["schemas"]["DealLine"][];
            /**
             * @description Absent when there are no lines.
             * @example USD
             */
            currency?: string;
            /** @description The sum of net: the amount of the deal. */
            total?: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description Of the deal.
             */
            version: number;
        };
        DuplicateCandidate: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** Format: int32 */
            score: number;
            /** @enum {string} */
            band: "block" | "warn" | "review";
            reasons: ("email" | "role_email" | "phone" | "shared_phone" | "name" | "initials" | "company" | "domain" | "email_domain" | "address")[];
        };
        EmailEntry: {
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            value: string;
            /**
             * @default work
             * @enum {string}
             */
            type: "work" | "home" | "other";
            /** @default false */
            primary: boolean;
            /** @default false */
            optOut: boolean;
            /** @default false */
            invalid: boolean;
            /**
             * Format: date-time
             * @description When its owner confirmed it; a double opt-in sets it.
             * @example 2026-11-22T09:30:00.000Z
             */
            verifiedAt?: string;
            /** @description Computed; what you send is replaced. */
            readonly folded?: string;
        };
        EmailEntryInput: {
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            value: string;
            /**
             * @default work
             * @enum {string}
             */
            type?: "work" | "home" | "other";
            /** @default false */
            primary?: boolean;
            /** @default false */
            optOut?: boolean;
            /** @default false */
            invalid?: boolean;
            /**
             * Format: date-time
             * @description When its owner confirmed it; a double opt-in sets it.
             * @example 2026-11-22T09:30:00.000Z
             */
            verifiedAt?: string;
            /** @description Computed; what you send is replaced. */
            readonly folded?: string;
        };
        EscalationActions: {
            notify?: {
                /** @default [] */
                whom: ("owner" | "managerOfOwner" | "queueMembers")[];
                /** @default [] */
                userIds: string[];
            };
            /** @description Exactly one of these. */
            assign?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                userId?: string;
                /** @example que_01kavm5g3t8z1r4y6w9x2c7b0d */
                queueId?: string;
                /**
                 * @description To the manager of the owner.
                 * @constant
                 */
                toManager?: true;
            };
            /** @enum {string} */
            setPriority?: "low" | "normal" | "high" | "urgent";
            /** @enum {string} */
            setType?: "question" | "incident" | "problem" | "request" | "complaint";
            addTag?: string;
            createTask?: {
                subject: string;
                /**
                 * @default owner
                 * @enum {string}
                 */
                for: "owner" | "managerOfOwner";
                /** Format: int32 */
                dueInMinutes: number;
                /**
                 * @default high
                 * @enum {string}
                 */
                priority: "low" | "normal" | "high" | "urgent";
            };
            /** @description A word that stands in the event, for programs that wait for it. */
            publish?: string;
        };
        EscalationActionsInput: {
            notify?: {
                /** @default [] */
                whom?: ("owner" | "managerOfOwner" | "queueMembers")[];
                /** @default [] */
                userIds?: string[];
            };
            /** @description Exactly one of these. */
            assign?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                userId?: string;
                /** @example que_01kavm5g3t8z1r4y6w9x2c7b0d */
                queueId?: string;
                /**
                 * @description To the manager of the owner.
                 * @constant
                 */
                toManager?: true;
            };
            /** @enum {string} */
            setPriority?: "low" | "normal" | "high" | "urgent";
            /** @enum {string} */
            setType?: "question" | "incident" | "problem" | "request" | "complaint";
            addTag?: string;
            createTask?: {
                subject: string;
                /**
                 * @default owner
                 * @enum {string}
                 */
                for?: "owner" | "managerOfOwner";
                /** Format: int32 */
                dueInMinutes: number;
                /**
                 * @default high
                 * @enum {string}
                 */
                priority?: "low" | "normal" | "high" | "urgent";
            };
            /** @description A word that stands in the event, for programs that wait for it. */
            publish?: string;
        };
        EscalationCriteria: {
            priorities?: ("low" | "normal" | "high" | "urgent")[];
            statuses?: ("new" | "in_progress" | "waiting_on_customer" | "waiting_on_third_party" | "resolved" | "closed")[];
            types?: ("question" | "incident" | "problem" | "request" | "complaint")[];
            channels?: ("email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other")[];
            tags?: string[];
            accountIds?: string[];
        };
        EscalationRule: {
            /** @example esc_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            description?: string;
            /**
             * Format: int32
             * @description The first active rule that matches counts, lowest position first.
             */
            position: number;
            /** @default true */
            isActive: boolean;
            /**
             * @description Only tells what it would do, as `escalation.shadowed` in the timeline of the case.
             * @default false
             */
            isShadow: boolean;
            /** @default {} */
            criteria: components["schemas"]["EscalationCriteria"];
            /**
             * @description Whether ages grow in business hours only, or always.
             * @default 24x7
             * @enum {string}
             */
            hours: "business" | "24x7";
            /**
             * @description The business hours; those of the default calendar without it.
             * @example cal_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            calendarId?: string;
            /**
             * @description Cases that somebody has touched since they were written down or reopened are left alone.
             * @default false
             */
            disableAfterFirstModification: boolean;
            /** @description The place in the list is the level. */
            steps: components["schemas"]["EscalationStep"][];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        EscalationRuleCreate: {
            name: string;
            description?: string;
            /**
             * Format: int32
             * @description The first active rule that matches counts, lowest position first.
             */
            position: number;
            /** @default true */
            isActive?: boolean;
            /**
             * @description Only tells what it would do, as `escalation.shadowed` in the timeline of the case.
             * @default false
             */
            isShadow?: boolean;
            /** @default {} */
            criteria?: components["schemas"]["EscalationCriteria"];
            /**
             * @description Whether ages grow in business hours only, or always.
             * @default 24x7
             * @enum {string}
             */
            hours?: "business" | "24x7";
            /**
             * @description The business hours; those of the default calendar without it.
             * @example cal_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            calendarId?: string;
            /**
             * @description Cases that somebody has touched since they were written down or reopened are left alone.
             * @default false
             */
            disableAfterFirstModification?: boolean;
            /** @description The place in the list is the level. */
            steps: components["schemas"]["EscalationStepInput"][];
        };
        EscalationRulePage: {
            data: components["schemas"]["EscalationRule"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        EscalationRulePatch: {
            name?: string;
            description?: string | null;
            /**
             * Format: int32
             * @description The first active rule that matches counts, lowest position first.
             */
            position?: number;
            isActive?: boolean;
            isShadow?: boolean;
            criteria?: {
                priorities?: ("low" | "normal" | "high" | "urgent")[] | null;
                statuses?: ("new" | "in_progress" | "waiting_on_customer" | "waiting_on_third_party" | "resolved" | "closed")[] | null;
                types?: ("question" | "incident" | "problem" | "request" | "complaint")[] | null;
                channels?: ("email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other")[] | null;
                tags?: string[] | null;
                accountIds?: string[] | null;
            };
            /** @enum {string} */
            hours?: "business" | "24x7";
            calendarId?: string | null;
            disableAfterFirstModification?: boolean;
            /** @description The place in the list is the level. */
            steps?: components["schemas"]["EscalationStepInput"][];
        };
        EscalationStep: {
            when: components["schemas"]["EscalationWhen"];
            actions: components["schemas"]["EscalationActions"];
        };
        EscalationStepInput: {
            when: components["schemas"]["EscalationWhen"];
            actions: components["schemas"]["EscalationActionsInput"];
        };
        EscalationWhen: {
            /** @enum {string} */
            basis: "created" | "lastModified" | "lastCustomerReply";
            /** Format: int32 */
            afterMinutes: number;
        } | {
            /** @enum {string} */
            basis: "firstResponse" | "nextResponse" | "resolution";
            /** Format: int32 */
            percent?: number;
            /** Format: int32 */
            afterMinutes?: number;
        };
        Event: {
            /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @example account.updated */
            type: string;
            subject: {
                /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                kind: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            actor: {
                /** @enum {string} */
                type: "user" | "apiKey" | "system";
                id: string;
                onBehalfOf?: string;
            };
            requestId: string;
            /** @example req_01kavm5g3t8z1r4y6w9x2c7b0d */
            txId: string;
            /** Format: int32 */
            seq: number;
            /** Format: int64 */
            version: number;
            changed: string[];
            before?: {
                [key: string]: unknown;
            };
            after?: {
                [key: string]: unknown;
            };
            data?: {
                [key: string]: unknown;
            };
            /** @constant */
            schemaVersion: 1;
        };
        EventFeed: {
            data: components["schemas"]["Event"][];
            nextCursor: string;
        };
        EventPage: {
            data: components["schemas"]["Event"][];
            nextCursor: string | null;
        };
        ExchangeRate: {
            /** @example fxr_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            corporateCurrency: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            date: string;
            /**
             * @description A decimal from 0.000001 to 999999999999, as text.
             * @example 12.5
             */
            rate: string;
            source?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        ExchangeRateBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["ExchangeRateCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example fxr_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["ExchangeRatePatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example fxr_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        ExchangeRateCreate: {
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            corporateCurrency: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            date: string;
            /**
             * @description A decimal from 0.000001 to 999999999999, as text.
             * @example 12.5
             */
            rate: string;
            source?: string;
        };
        ExchangeRatePage: {
            data: components["schemas"]["ExchangeRate"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ExchangeRatePatch: {
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency?: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            corporateCurrency?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            date?: string;
            /**
             * @description A decimal from 0.000001 to 999999999999, as text.
             * @example 12.5
             */
            rate?: string;
            source?: string | null;
        };
        Export: {
            /** @example exp_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /**
             * @description What is exported, unless it is the whole CRM.
             * @enum {string}
             */
            kind?: "account" | "contact" | "lead" | "opportunity" | "product" | "task" | "case" | "note" | "interaction" | "user" | "team";
            /**
             * @default csv
             * @enum {string}
             */
            format: "csv" | "jsonl";
            /** @description As the query parameters of the list: `ownerId`, `tag`, … */
            filter?: {
                name: string;
                value: string;
            }[];
            /**
             * @description Everything, with its history, in a form that an empty CRM can be filled from. For administrators.
             * @default false
             */
            archive: boolean;
            /** @enum {string} */
            status: "running" | "finished" | "failed" | "cancelled";
            /**
             * Format: int64
             * @description Records written so far.
             */
            count: number;
            /** Format: int64 */
            bytes: number;
            /** Format: int64 */
            step: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            finishedAt?: string;
            problem?: {
                code: string;
                detail: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        ExportPage: {
            data: components["schemas"]["Export"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ExportRequest: {
            /**
             * @description What is exported, unless it is the whole CRM.
             * @enum {string}
             */
            kind?: "account" | "contact" | "lead" | "opportunity" | "product" | "task" | "case" | "note" | "interaction" | "user" | "team";
            /**
             * @default csv
             * @enum {string}
             */
            format?: "csv" | "jsonl";
            /** @description As the query parameters of the list: `ownerId`, `tag`, … */
            filter?: {
                name: string;
                value: string;
            }[];
            /**
             * @description Everything, with its history, in a form that an empty CRM can be filled from. For administrators.
             * @default false
             */
            archive?: boolean;
        };
        FileLink: {
            /**
             * Format: uri
             * @description Good for one file and a short time. Send no Authorization header.
             */
            url: string;
            /** @enum {string} */
            method: "PUT" | "GET";
            /** @description The Content-Type header that a PUT must carry. */
            contentType?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            expiresAt: string;
        };
        Handover: {
            /** @example hov_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /**
             * @description Who gets the records. Must be active.
             * @example usr_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            to: string;
            /**
             * Format: date-time
             * @description Makes it a delegation: what the receiver still owns then goes back.
             * @example 2026-11-22T09:30:00.000Z
             */
            until?: string;
            /**
             * @default [
             *       "account",
             *       "contact",
             *       "lead",
             *       "task",
             *       "opportunity"
             *     ]
             */
            kinds: ("account" | "contact" | "lead" | "task" | "opportunity")[];
            /** @enum {string} */
            status: "running" | "delegated" | "finished" | "reverting" | "reverted" | "stopped";
            counts: {
                [key: string]: components["schemas"]["HandoverCounts"];
            };
            /** Format: int64 */
            step: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            finishedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            notifiedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            revertedAt?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        HandoverCounts: {
            /** Format: int64 */
            moved: number;
            /** Format: int64 */
            returned: number;
            /** Format: int64 */
            kept: number;
        };
        HandoverPage: {
            data: components["schemas"]["Handover"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        HandoverRequest: {
            /**
             * @description Who gets the records. Must be active.
             * @example usr_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            to: string;
            /**
             * Format: date-time
             * @description Makes it a delegation: what the receiver still owns then goes back.
             * @example 2026-11-22T09:30:00.000Z
             */
            until?: string;
            /**
             * @default [
             *       "account",
             *       "contact",
             *       "lead",
             *       "task",
             *       "opportunity"
             *     ]
             */
            kinds?: ("account" | "contact" | "lead" | "task" | "opportunity")[];
        };
        Health: {
            /** @constant */
            status: "ok";
            stage: string;
            version: string;
        };
        Hierarchy: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            rootId: string;
            isComplete: boolean;
            data: components["schemas"]["HierarchyNode"][];
        };
        HierarchyNode: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            parentId?: string;
            /** Format: int32 */
            depth: number;
        };
        Holiday: {
            /**
             * Format: date
             * @example 2026-11-22
             */
            date: string;
            name: string;
            /**
             * @description The hours that are closed; the whole day without them.
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            closed?: components["schemas"]["WallInterval"][];
        };
        HoursOverride: {
            /**
             * Format: date
             * @example 2026-11-22
             */
            date: string;
            name?: string;
            /**
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            hours: components["schemas"]["WallInterval"][];
        };
        Import: {
            /** @example imp_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @enum {string} */
            kind: "account" | "contact" | "lead" | "opportunity" | "product" | "task" | "case" | "note" | "interaction" | "user" | "team";
            /** @enum {string} */
            format: "csv" | "jsonl";
            /** @description Without it, columns are named as the fields are: the form of our own exports. */
            mapping?: components["schemas"]["ImportMapping"];
            /**
             * @description Rows make new records only, change records that are there only, or whichever it takes.
             * @enum {string}
             */
            mode: "create" | "update" | "upsert";
            /**
             * @description How a row finds the record it is about: `id`, or a unique value of its kind. For update and upsert.
             * @example externalIds.erp
             * @example email
             */
            match?: string;
            fileName: string;
            /**
             * Format: int64
             * @description The exact length of the file: the link takes no other.
             */
            bytes: number;
            /**
             * @description Says what would happen, and changes nothing.
             * @default false
             */
            dryRun: boolean;
            /** @example ipr_01kavm5g3t8z1r4y6w9x2c7b0d */
            presetId?: string;
            /** @enum {string} */
            status: "awaiting_file" | "running" | "cancelling" | "finished" | "cancelled" | "failed" | "undoing" | "undone";
            counts: components["schemas"]["ImportCounts"];
            undoCounts?: components["schemas"]["ImportUndoCounts"];
            /** Format: int64 */
            bytesRead: number;
            /** Format: int64 */
            step: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            finishedAt?: string;
            problem?: {
                code: string;
                detail: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        ImportColumn: {
            /** @example externalIds.erp */
            to: string;
            /** @description The name of the column, as the first row or the JSON has it. */
            from?: string;
            /** @description The same value in every row, instead of a column. */
            constant?: string | number | boolean;
            empty?: string[];
            /** @description The text of a cell with nothing in it. */
            default?: string;
            /**
             * @description What an empty cell does to a record that is there: keeps its value (usual), or takes it away.
             * @enum {string}
             */
            whenEmpty?: "keep" | "clear";
            /** @description Texts that are written in another way: `GTXPro` for `GTX Pro`. Any other stays as it is. */
            values?: {
                from: string;
                to: string;
            }[];
            /** @enum {string} */
            case?: "lower" | "upper" | "slug";
            prefix?: string;
            suffix?: string;
            /**
             * @description The decimal sign of numbers and amounts; a dot unless told.
             * @enum {string}
             */
            decimal?: "." | ",";
            /** @enum {string} */
            thousands?: "," | "." | " " | "'";
            /** @description What numbers are multiplied by, exactly: 1000000 for a column in millions. */
            scale?: string;
            /**
             * @description The currency of amounts in major units: 12.50 becomes 1250 cents.
             * @example USD
             */
            currency?: string;
            /**
             * @description The order of day, month and year. Years of two digits lie between 1970 and 2069. ISO 8601 unless told.
             * @enum {string}
             */
            date?: "dmy" | "mdy" | "ymd";
            /** @description What divides a list in one cell. */
            separator?: string;
            /** @description The cell names another record by a unique value of it; the field gets its id. */
            reference?: {
                kind: string;
                /**
                 * @example externalIds.erp
                 * @example email
                 */
                by: string;
            };
        };
        /** @description Every row that was read is counted once. */
        ImportCounts: {
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            refused: number;
        };
        ImportMade: {
            record: components["schemas"]["Import"];
            upload: components["schemas"]["FileLink"];
        };
        ImportMapping: {
            columns: components["schemas"]["ImportColumn"][];
            /**
             * @description What divides the columns of a CSV file. Found out from its first row unless told.
             * @enum {string}
             */
            delimiter?: "," | ";" | "\t" | "|";
        };
        ImportPage: {
            data: components["schemas"]["Import"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ImportPreset: {
            /** @example ipr_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "account" | "contact" | "lead" | "opportunity" | "product" | "task" | "case" | "note" | "interaction" | "user" | "team";
            /** @enum {string} */
            format: "csv" | "jsonl";
            /** @description Without it, columns are named as the fields are: the form of our own exports. */
            mapping?: components["schemas"]["ImportMapping"];
            /**
             * @description Rows make new records only, change records that are there only, or whichever it takes.
             * @enum {string}
             */
            mode: "create" | "update" | "upsert";
            /**
             * @description How a row finds the record it is about: `id`, or a unique value of its kind. For update and upsert.
             * @example externalIds.erp
             * @example email
             */
            match?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        ImportPresetCreate: {
            name: string;
            /** @enum {string} */
            kind: "account" | "contact" | "lead" | "opportunity" | "product" | "task" | "case" | "note" | "interaction" | "user" | "team";
            /** @enum {string} */
            format: "csv" | "jsonl";
            /** @description Without it, columns are named as the fields are: the form of our own exports. */
            mapping?: components["schemas"]["ImportMapping"];
            /**
             * @description Rows make new records only, change records that are there only, or whichever it takes.
             * @enum {string}
             */
            mode: "create" | "update" | "upsert";
            /**
             * @description How a row finds the record it is about: `id`, or a unique value of its kind. For update and upsert.
             * @example externalIds.erp
             * @example email
             */
            match?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        ImportPresetPage: {
            data: components["schemas"]["ImportPreset"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ImportPresetPatch: {
            name?: string;
            /** @enum {string} */
            kind?: "account" | "contact" | "lead" | "opportunity" | "product" | "task" | "case" | "note" | "interaction" | "user" | "team";
            /** @enum {string} */
            format?: "csv" | "jsonl";
            mapping?: {
                columns?: components["schemas"]["ImportColumn"][];
                delimiter?: ("," | ";" | "\t" | "|") | null;
            } | null;
            /**
             * @description Rows make new records only, change records that are there only, or whichever it takes.
             * @enum {string}
             */
            mode?: "create" | "update" | "upsert";
            match?: string | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        ImportRequest: {
            /** @enum {string} */
            kind?: "account" | "contact" | "lead" | "opportunity" | "product" | "task" | "case" | "note" | "interaction" | "user" | "team";
            /** @enum {string} */
            format?: "csv" | "jsonl";
            /** @description Without it, columns are named as the fields are: the form of our own exports. */
            mapping?: components["schemas"]["ImportMapping"];
            /**
             * @description Rows make new records only, change records that are there only, or whichever it takes.
             * @enum {string}
             */
            mode?: "create" | "update" | "upsert";
            /**
             * @description How a row finds the record it is about: `id`, or a unique value of its kind. For update and upsert.
             * @example externalIds.erp
             * @example email
             */
            match?: string;
            fileName: string;
            /**
             * Format: int64
             * @description The exact length of the file: the link takes no other.
             */
            bytes: number;
            /**
             * @description Says what would happen, and changes nothing.
             * @default false
             */
            dryRun?: boolean;
            /** @example ipr_01kavm5g3t8z1r4y6w9x2c7b0d */
            presetId?: string;
        };
        ImportUndoCounts: {
            /** Format: int64 */
            removed: number;
            /** Format: int64 */
            restored: number;
            /** Format: int64 */
            kept: number;
        };
        InboundMail: {
            /** @example inm_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            from: string;
            fromName?: string;
            subject: string;
            body: string;
            messageId: string;
            /** @enum {string} */
            outcome: "unmatched" | "attached" | "opened" | "ignored" | "dismissed";
            /** @description How it was matched, or why it was not. */
            why: string;
            /** @example cas_01kavm5g3t8z1r4y6w9x2c7b0d */
            caseId?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            receivedAt: string;
            attachments?: {
                name: string;
                contentType: string;
                /** Format: int64 */
                bytes: number;
            }[];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        InboundMailAttach: {
            /** @example cas_01kavm5g3t8z1r4y6w9x2c7b0d */
            caseId: string;
        };
        InboundMailCase: {
            /**
             * @default question
             * @enum {string}
             */
            type?: "question" | "incident" | "problem" | "request" | "complaint";
            /**
             * @default medium
             * @enum {string}
             */
            impact?: "low" | "medium" | "high";
            /**
             * @default medium
             * @enum {string}
             */
            urgency?: "low" | "medium" | "high";
            /**
             * @description A priority set by hand; it stays when impact or urgency change.
             * @enum {string}
             */
            priorityOverride?: "low" | "normal" | "high" | "urgent";
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            contactId?: string;
            tags?: string[];
            /**
             * @description Where it waits for somebody. A new case with a queue and no owner waits for one.
             * @example que_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            queueId?: string;
        };
        InboundMailPage: {
            data: components["schemas"]["InboundMail"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        Interaction: {
            /** @example int_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            subjectId: string;
            /** @enum {string} */
            channel: "email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other";
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            /** Format: int32 */
            durationS?: number;
            /** @enum {string} */
            outcome?: "reached" | "no_answer" | "left_message" | "callback_requested" | "interested" | "not_interested" | "resolved" | "other";
            summary: string;
            feedback?: {
                /** Format: int32 */
                rating?: number;
                text?: string;
            };
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /** @example led_01kavm5g3t8z1r4y6w9x2c7b0d */
            leadId?: string;
            /** @example int_01kavm5g3t8z1r4y6w9x2c7b0d */
            correctsId?: string;
            /** @example int_01kavm5g3t8z1r4y6w9x2c7b0d */
            correctedById?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        InteractionCorrection: {
            /** @enum {string} */
            channel?: "email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other";
            /** @enum {string} */
            direction?: "inbound" | "outbound";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at?: string;
            /** Format: int32 */
            durationS?: number;
            /** @enum {string} */
            outcome?: "reached" | "no_answer" | "left_message" | "callback_requested" | "interested" | "not_interested" | "resolved" | "other";
            summary?: string;
            feedback?: {
                /** Format: int32 */
                rating?: number;
                text?: string;
            };
        };
        InteractionCreate: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            subjectId: string;
            /** @enum {string} */
            channel: "email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other";
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            /** Format: int32 */
            durationS?: number;
            /** @enum {string} */
            outcome?: "reached" | "no_answer" | "left_message" | "callback_requested" | "interested" | "not_interested" | "resolved" | "other";
            summary: string;
            feedback?: {
                /** Format: int32 */
                rating?: number;
                text?: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        InteractionPage: {
            data: components["schemas"]["Interaction"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        IssuedKey: {
            record: components["schemas"]["ApiKey"];
            /** @description Shown once, here. */
            key?: string;
        };
        Lead: {
            /** @example led_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            salutation?: string;
            firstName?: string;
            lastName?: string;
            title?: string;
            company?: string;
            emails?: components["schemas"]["EmailEntry"][];
            phones?: components["schemas"]["PhoneEntry"][];
            addresses?: components["schemas"]["Address"][];
            domain?: string;
            industry?: string;
            /** Format: int32 */
            employees?: number;
            /** @enum {string} */
            status: "new" | "working" | "nurturing" | "qualified" | "unqualified" | "converted";
            /**
             * Format: date-time
             * @description The next touch; required while nurturing.
             * @example 2026-11-22T09:30:00.000Z
             */
            nurtureUntil?: string;
            /**
             * @description Required when unqualified.
             * @example no_budget
             */
            unqualifiedReason?: string;
            /** @enum {string} */
            rating?: "hot" | "warm" | "cold";
            source?: string;
            utm?: components["schemas"]["Utm"];
            clickIds?: components["schemas"]["ClickIds"];
            referrer?: string;
            /** @description What a deal might be worth. */
            estimate?: components["schemas"]["Money"];
            description?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @enum {string} */
            statusType: "open" | "waiting" | "qualified" | "lost" | "won";
            firstTouch: components["schemas"]["Touch"];
            lastTouch: components["schemas"]["Touch"];
            /** @example cap_01kavm5g3t8z1r4y6w9x2c7b0d */
            captureFormId?: string;
            consents?: components["schemas"]["Consent"][];
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            firstResponseDueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            firstRespondedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            responseOverdueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            convertedAt?: string;
            convertedBy?: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            contactId?: string;
            /** @example opp_01kavm5g3t8z1r4y6w9x2c7b0d */
            opportunityId?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        LeadBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["LeadCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example led_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["LeadPatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example led_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        LeadCreate: {
            salutation?: string;
            firstName?: string;
            lastName?: string;
            title?: string;
            company?: string;
            emails?: components["schemas"]["EmailEntryInput"][];
            phones?: components["schemas"]["PhoneEntryInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            domain?: string;
            industry?: string;
            /** Format: int32 */
            employees?: number;
            /**
             * @default new
             * @enum {string}
             */
            status?: "new" | "working" | "nurturing" | "qualified" | "unqualified";
            /**
             * Format: date-time
             * @description The next touch; required while nurturing.
             * @example 2026-11-22T09:30:00.000Z
             */
            nurtureUntil?: string;
            /**
             * @description Required when unqualified.
             * @example no_budget
             */
            unqualifiedReason?: string;
            /** @enum {string} */
            rating?: "hot" | "warm" | "cold";
            source?: string;
            utm?: components["schemas"]["Utm"];
            clickIds?: components["schemas"]["ClickIds"];
            referrer?: string;
            /** @description What a deal might be worth. */
            estimate?: components["schemas"]["Money"];
            description?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        LeadPage: {
            data: components["schemas"]["Lead"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        LeadPatch: {
            salutation?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            title?: string | null;
            company?: string | null;
            emails?: components["schemas"]["EmailEntryInput"][] | null;
            phones?: components["schemas"]["PhoneEntryInput"][] | null;
            addresses?: components["schemas"]["AddressInput"][] | null;
            domain?: string | null;
            industry?: string | null;
            employees?: number | null;
            /** @enum {string} */
            status?: "new" | "working" | "nurturing" | "qualified" | "unqualified";
            nurtureUntil?: string | null;
            unqualifiedReason?: string | null;
            rating?: ("hot" | "warm" | "cold") | null;
            source?: string | null;
            utm?: {
                source?: string | null;
                medium?: string | null;
                campaign?: string | null;
                term?: string | null;
                content?: string | null;
            } | null;
            clickIds?: {
                gclid?: string | null;
                gbraid?: string | null;
                wbraid?: string | null;
                fbclid?: string | null;
                msclkid?: string | null;
                ttclid?: string | null;
                twclid?: string | null;
                li_fat_id?: string | null;
            } | null;
            referrer?: string | null;
            estimate?: {
                /** Format: int64 */
                amount?: number;
                /**
                 * @description ISO 4217 currency code.
                 * @example USD
                 */
                currency?: string;
            } | null;
            description?: string | null;
            tags?: string[] | null;
            externalIds?: {
                [key: string]: string | null;
            } | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        LeadUpsert: {
            salutation?: string;
            firstName?: string;
            lastName?: string;
            title?: string;
            company?: string;
            emails?: components["schemas"]["EmailEntryInput"][];
            phones?: components["schemas"]["PhoneEntryInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            domain?: string;
            industry?: string;
            /** Format: int32 */
            employees?: number;
            /** @enum {string} */
            status?: "new" | "working" | "nurturing" | "qualified" | "unqualified";
            /**
             * Format: date-time
             * @description The next touch; required while nurturing.
             * @example 2026-11-22T09:30:00.000Z
             */
            nurtureUntil?: string;
            /**
             * @description Required when unqualified.
             * @example no_budget
             */
            unqualifiedReason?: string;
            /** @enum {string} */
            rating?: "hot" | "warm" | "cold";
            source?: string;
            utm?: components["schemas"]["Utm"];
            clickIds?: components["schemas"]["ClickIds"];
            referrer?: string;
            /** @description What a deal might be worth. */
            estimate?: components["schemas"]["Money"];
            description?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        LineDiscount: {
            /**
             * @description A decimal from 0 to 100, as text.
             * @example 100
             */
            percent: string;
        } | {
            amount: components["schemas"]["Money"];
        } | {
            salesPrice: components["schemas"]["Money"];
        };
        Me: {
            user: components["schemas"]["User"];
            rights: {
                [key: string]: {
                    [key: string]: "none" | "own" | "team" | "subtree" | "all";
                };
            };
        };
        MePatch: {
            name?: string;
            phone?: string | null;
            title?: string | null;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone?: string;
            language?: string | null;
            outOfOffice?: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
                delegateId?: string | null;
                message?: string | null;
            } | null;
        };
        /** @description An amount in the minor unit of its currency (ISO 4217): cents for USD, yen for JPY. */
        Money: {
            /** Format: int64 */
            amount: number;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency: string;
        };
        MoveRequest: {
            stageId: string;
            winReason?: string;
            lossReason?: string;
            reasonNote?: string;
            /**
             * @description Goes on without what the stages require. Needs a reason.
             * @default false
             */
            force?: boolean;
            /** @description Why it is forced. */
            reason?: string;
            /** @example pip_01kavm5g3t8z1r4y6w9x2c7b0d */
            pipelineId?: string;
            /**
             * Format: int32
             * @description Whole percent.
             */
            probability?: number;
            /** @enum {string} */
            forecastCategory?: "omitted" | "pipeline" | "bestCase" | "mostLikely" | "commit" | "closed";
        };
        MovedRecord: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            of: string;
            /** @enum {string} */
            kind: "account" | "contact" | "lead" | "task" | "opportunity";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            /** @enum {string} */
            outcome: "moved" | "returned" | "kept";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            settledAt?: string;
            record: components["schemas"]["Account"] | components["schemas"]["Contact"] | components["schemas"]["Lead"] | components["schemas"]["Task"];
            interactions: components["schemas"]["Interaction"][];
        };
        MovedRecordPage: {
            data: components["schemas"]["MovedRecord"][];
            nextCursor: string | null;
        };
        Note: {
            /** @example not_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            subjectId: string;
            title?: string;
            /** @description Markdown. */
            body: string;
            isPinned?: boolean;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /** @example led_01kavm5g3t8z1r4y6w9x2c7b0d */
            leadId?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        NoteCreate: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            subjectId: string;
            title?: string;
            /** @description Markdown. */
            body: string;
            isPinned?: boolean;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        NotePage: {
            data: components["schemas"]["Note"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        NotePatch: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            subjectId?: string;
            title?: string | null;
            /** @description Markdown. */
            body?: string;
            isPinned?: boolean | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        NoteVersion: {
            /** Format: int64 */
            version: number;
            title?: string;
            /** @description Markdown. */
            body: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            by: string;
        };
        NoteVersionPage: {
            data: components["schemas"]["NoteVersion"][];
            nextCursor: string | null;
        };
        Opportunity: {
            /** @example opp_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /** @example pip_01kavm5g3t8z1r4y6w9x2c7b0d */
            pipelineId: string;
            stageId: string;
            amount?: components["schemas"]["Money"];
            /**
             * Format: int32
             * @description Whole percent.
             */
            probability: number;
            /** @enum {string} */
            forecastCategory: "omitted" | "pipeline" | "bestCase" | "mostLikely" | "commit" | "closed";
            /**
             * Format: date
             * @example 2026-11-22
             */
            closeDate: string;
            source?: string;
            campaign?: string;
            nextStep?: string;
            competitor?: string;
            description?: string;
            contactRoles?: components["schemas"]["DealContact"][];
            splits?: components["schemas"]["Split"][];
            rank: string;
            winReason?: string;
            lossReason?: string;
            reasonNote?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @enum {string} */
            status: "open" | "won" | "lost";
            /** @description amount × probability, a half to even. */
            expectedRevenue?: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description Of the pipeline, when the deal entered it.
             */
            processVersion: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            stageEnteredAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            lastActivityAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            closedAt?: string;
            /**
             * Format: int64
             * @description How often the close date was moved later while open.
             */
            pushCount: number;
            /**
             * Format: int32
             * @description With lines, the amount is what they come to.
             */
            lineCount?: number;
            /**
             * Format: int64
             * @description How often the lines were replaced.
             */
            linesRevision?: number;
            /**
             * Format: int64
             * @description Stages entered, the first one included.
             */
            stageCount: number;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        OpportunityBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["OpportunityCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example opp_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["OpportunityPatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example opp_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        OpportunityCreate: {
            name: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /**
             * @description The default pipeline unless told.
             * @example pip_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            pipelineId?: string;
            /** @description The first open stage unless told. */
            stageId?: string;
            amount?: components["schemas"]["Money"];
            /**
             * Format: int32
             * @description Whole percent; that of the stage unless told.
             */
            probability?: number;
            /**
             * @description That of the stage unless told.
             * @enum {string}
             */
            forecastCategory?: "omitted" | "pipeline" | "bestCase" | "mostLikely" | "commit" | "closed";
            /**
             * Format: date
             * @example 2026-11-22
             */
            closeDate: string;
            source?: string;
            campaign?: string;
            nextStep?: string;
            competitor?: string;
            description?: string;
            contactRoles?: components["schemas"]["DealContactInput"][];
            splits?: components["schemas"]["SplitInput"][];
            /** @description Order on the board; by the time the stage was entered unless told. */
            rank?: string;
            winReason?: string;
            lossReason?: string;
            reasonNote?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        OpportunityPage: {
            data: components["schemas"]["Opportunity"][];
            nextCursor: string | null;
        };
        OpportunityPatch: {
            name?: string;
            accountId?: string | null;
            pipelineId?: string | null;
            stageId?: string | null;
            amount?: {
                /** Format: int64 */
                amount?: number;
                /**
                 * @description ISO 4217 currency code.
                 * @example USD
                 */
                currency?: string;
            } | null;
            probability?: number | null;
            forecastCategory?: ("omitted" | "pipeline" | "bestCase" | "mostLikely" | "commit" | "closed") | null;
            /**
             * Format: date
             * @example 2026-11-22
             */
            closeDate?: string;
            source?: string | null;
            campaign?: string | null;
            nextStep?: string | null;
            competitor?: string | null;
            description?: string | null;
            contactRoles?: components["schemas"]["DealContactInput"][] | null;
            splits?: components["schemas"]["SplitInput"][] | null;
            rank?: string | null;
            winReason?: string | null;
            lossReason?: string | null;
            reasonNote?: string | null;
            tags?: string[] | null;
            externalIds?: {
                [key: string]: string | null;
            } | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        OpportunityUpsert: {
            name: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /**
             * @description The default pipeline unless told.
             * @example pip_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            pipelineId?: string;
            /** @description The first open stage unless told. */
            stageId?: string;
            amount?: components["schemas"]["Money"];
            /**
             * Format: int32
             * @description Whole percent; that of the stage unless told.
             */
            probability?: number;
            /**
             * @description That of the stage unless told.
             * @enum {string}
             */
            forecastCategory?: "omitted" | "pipeline" | "bestCase" | "mostLikely" | "commit" | "closed";
            /**
             * Format: date
             * @example 2026-11-22
             */
            closeDate: string;
            source?: string;
            campaign?: string;
            nextStep?: string;
            competitor?: string;
            description?: string;
            contactRoles?: components["schemas"]["DealContactInput"][];
            splits?: components["schemas"]["SplitInput"][];
            /** @description Order on the board; by the time the stage was entered unless told. */
            rank?: string;
            winReason?: string;
            lossReason?: string;
            reasonNote?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        Organisation: {
            /** @example org_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            company?: components["schemas"]["Company"];
            /**
             * @description Where a day begins and ends, unless somebody has a zone of their own.
             * @default UTC
             * @example Asia/Bangkok
             */
            timeZone: string;
            /**
             * @default en
             * @example th
             */
            language: string;
            /**
             * @description What amounts in other currencies are converted to.
             * @default USD
             * @example USD
             */
            corporateCurrency: string;
            /**
             * Format: int32
             * @default 1
             */
            fiscalYearStartMonth: number;
            /**
             * @default line
             * @enum {string}
             */
            taxRounding: "line" | "document";
            /** @default false */
            pricesIncludeTax: boolean;
            /** @default [] */
            taxCodes: components["schemas"]["TaxCode"][];
            /**
             * Format: int32
             * @default 30
             */
            quoteValidDays: number;
            /** @default [] */
            quoteLimits: components["schemas"]["QuoteLimit"][];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        OrganisationPatch: {
            company?: {
                name?: string;
                address?: {
                    /** @enum {string} */
                    type?: "billing" | "shipping" | "office" | "home" | "other";
                    street?: string | null;
                    city?: string | null;
                    region?: string | null;
                    postalCode?: string | null;
                    country?: string | null;
                } | null;
                email?: string | null;
                phone?: string | null;
                website?: string | null;
                taxNumber?: string | null;
                registration?: string | null;
                footer?: string | null;
            } | null;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone?: string;
            /** @example th */
            language?: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            corporateCurrency?: string;
            /** Format: int32 */
            fiscalYearStartMonth?: number;
            /** @enum {string} */
            taxRounding?: "line" | "document";
            pricesIncludeTax?: boolean;
            taxCodes?: components["schemas"]["TaxCodeInput"][];
            /** Format: int32 */
            quoteValidDays?: number;
            quoteLimits?: components["schemas"]["QuoteLimit"][];
        };
        OutOfOffice: {
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            until: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            delegateId?: string;
            message?: string;
        };
        PhoneEntry: {
            value: string;
            /**
             * @default work
             * @enum {string}
             */
            type: "work" | "mobile" | "home" | "fax" | "other";
            country?: string;
            /** @default false */
            primary: boolean;
            /** @default false */
            optOut: boolean;
            /** @default false */
            invalid: boolean;
            /** @description Computed; what you send is replaced. */
            readonly e164?: string;
        };
        PhoneEntryInput: {
            value: string;
            /**
             * @default work
             * @enum {string}
             */
            type?: "work" | "mobile" | "home" | "fax" | "other";
            country?: string;
            /** @default false */
            primary?: boolean;
            /** @default false */
            optOut?: boolean;
            /** @default false */
            invalid?: boolean;
            /** @description Computed; what you send is replaced. */
            readonly e164?: string;
        };
        Pipeline: {
            /** @example pip_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            description?: string;
            /**
             * @description An inactive pipeline takes no more deals.
             * @default true
             */
            isActive: boolean;
            /** @description In the order deals go through them. */
            stages: components["schemas"]["Stage"][];
            /**
             * @default [
             *       "price",
             *       "product",
             *       "relationship",
             *       "service",
             *       "other"
             *     ]
             */
            winReasons: string[];
            /**
             * @description A lost deal has one of them; `other` needs a note.
             * @default [
             *       "price",
             *       "competitor",
             *       "no-budget",
             *       "no-decision",
             *       "timing",
             *       "other"
             *     ]
             */
            lossReasons: string[];
            /** @description Deals that name no pipeline go here. */
            readonly isDefault: boolean;
            /**
             * Format: int64
             * @description Grows when the stages change. Deals keep the one they entered on.
             */
            processVersion: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            inactiveSince?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        PipelineCreate: {
            name: string;
            description?: string;
            /**
             * @description An inactive pipeline takes no more deals.
             * @default true
             */
            isActive?: boolean;
            /** @description In the order deals go through them. */
            stages: components["schemas"]["StageInput"][];
            /**
             * @default [
             *       "price",
             *       "product",
             *       "relationship",
             *       "service",
             *       "other"
             *     ]
             */
            winReasons?: string[];
            /**
             * @description A lost deal has one of them; `other` needs a note.
             * @default [
             *       "price",
             *       "competitor",
             *       "no-budget",
             *       "no-decision",
             *       "timing",
             *       "other"
             *     ]
             */
            lossReasons?: string[];
        };
        PipelinePage: {
            data: components["schemas"]["Pipeline"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        PipelinePatch: {
            name?: string;
            description?: string | null;
            isActive?: boolean;
            /** @description In the order deals go through them. */
            stages?: components["schemas"]["StageInput"][];
            winReasons?: string[];
            lossReasons?: string[];
        };
        PlaceRequest: {
            /** @example opp_01kavm5g3t8z1r4y6w9x2c7b0d */
            behind?: string;
            /** @example opp_01kavm5g3t8z1r4y6w9x2c7b0d */
            before?: string;
        };
        Price: {
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            productId: string;
            /**
             * @description A decimal from -999999999999 to 999999999999, as text.
             * @example 12.5
             */
            quantity: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            date: string;
            listPrice: components["schemas"]["Money"];
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId: string;
            /** Format: int64 */
            priceBookVersion: number;
            /** @example pbe_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookEntryId: string;
            resolution: components["schemas"]["PriceStep"][];
        };
        PriceBook: {
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            description?: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency: string;
            /** @default false */
            isStandard: boolean;
            /** @default true */
            isActive: boolean;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validFrom?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validUntil?: string;
            /**
             * @description What a product without an entry costs: the adjusted standard price, or it has no price.
             * @default none
             * @enum {string}
             */
            fallback: "standard" | "none";
            /**
             * @description Added to standard prices where this book uses them: -10 takes a tenth off.
             * @default 0
             * @example 1000
             */
            adjustmentPercent: string;
            familyRules?: components["schemas"]["PriceBookFamilyRule"][];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        PriceBookBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["PriceBookCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["PriceBookPatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        PriceBookCreate: {
            name: string;
            description?: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency: string;
            /** @default false */
            isStandard?: boolean;
            /** @default true */
            isActive?: boolean;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validFrom?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validUntil?: string;
            /**
             * @description What a product without an entry costs: the adjusted standard price, or it has no price.
             * @default none
             * @enum {string}
             */
            fallback?: "standard" | "none";
            /**
             * @description Added to standard prices where this book uses them: -10 takes a tenth off.
             * @default 0
             * @example 1000
             */
            adjustmentPercent?: string;
            familyRules?: components["schemas"]["PriceBookFamilyRule"][];
        };
        PriceBookEntry: {
            /** @example pbe_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId: string;
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            productId: string;
            /**
             * @description The smallest quantity it is for; of several, the largest that is not above what is asked for.
             * @default 0
             * @example 12.5
             */
            minQuantity: string;
            unitPrice?: components["schemas"]["Money"];
            /**
             * @description Instead of unitPrice: the standard price with the adjustment of the book.
             * @default false
             */
            useStandardPrice: boolean;
            /** @default true */
            isActive: boolean;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validFrom?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validUntil?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        PriceBookEntryBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["PriceBookEntryCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example pbe_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["PriceBookEntryPatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example pbe_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        PriceBookEntryCreate: {
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId: string;
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            productId: string;
            /**
             * @description The smallest quantity it is for; of several, the largest that is not above what is asked for.
             * @default 0
             * @example 12.5
             */
            minQuantity?: string;
            unitPrice?: components["schemas"]["Money"];
            /**
             * @description Instead of unitPrice: the standard price with the adjustment of the book.
             * @default false
             */
            useStandardPrice?: boolean;
            /** @default true */
            isActive?: boolean;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validFrom?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validUntil?: string;
        };
        PriceBookEntryPage: {
            data: components["schemas"]["PriceBookEntry"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        PriceBookEntryPatch: {
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId?: string;
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            productId?: string;
            /**
             * @description A decimal from 0 to 999999999999, as text.
             * @example 12.5
             */
            minQuantity?: string;
            unitPrice?: {
                /** Format: int64 */
                amount?: number;
                /**
                 * @description ISO 4217 currency code.
                 * @example USD
                 */
                currency?: string;
            } | null;
            useStandardPrice?: boolean;
            isActive?: boolean;
            validFrom?: string | null;
            validUntil?: string | null;
        };
        PriceBookFamilyRule: {
            family: string;
            /**
             * @description A decimal from -99.999999 to 1000, as text.
             * @example 1000
             */
            adjustmentPercent: string;
        };
        PriceBookPage: {
            data: components["schemas"]["PriceBook"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        PriceBookPatch: {
            name?: string;
            description?: string | null;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency?: string;
            isStandard?: boolean;
            isActive?: boolean;
            validFrom?: string | null;
            validUntil?: string | null;
            /** @enum {string} */
            fallback?: "standard" | "none";
            /**
             * @description A decimal from -99.999999 to 1000, as text.
             * @example 1000
             */
            adjustmentPercent?: string;
            familyRules?: components["schemas"]["PriceBookFamilyRule"][] | null;
        };
        PriceRequest: {
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            productId: string;
            /**
             * @description A decimal from -999999999999 to 999999999999, as text.
             * @default 1
             * @example 12.5
             */
            quantity?: string;
            /**
             * @description ISO 4217 currency code.
             * @example USD
             */
            currency: string;
            /**
             * Format: date
             * @description Today, where the organisation is, unless told.
             * @example 2026-11-22
             */
            date?: string;
            /**
             * @description The book to use, instead of the account's or the standard one.
             * @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            priceBookId?: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
        };
        PriceStep: {
            /** @enum {string} */
            step: "product.not_active" | "book.explicit" | "book.account" | "book.standard" | "book.none" | "book.gone" | "book.other_currency" | "book.not_active" | "book.out_of_date" | "entry.found" | "entry.none" | "entry.standard_price" | "fallback.standard" | "fallback.none" | "adjusted.family" | "adjusted.book";
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId?: string;
            /** @example pbe_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookEntryId?: string;
            /**
             * @description A decimal from 0 to 999999999999, as text.
             * @example 12.5
             */
            minQuantity?: string;
            /**
             * @description A decimal from -99.999999 to 1000, as text.
             * @example 1000
             */
            percent?: string;
            /** @description The price after this step. */
            unitPrice?: components["schemas"]["Money"];
            passedOver?: {
                /** Format: int32 */
                notActive: number;
                /** Format: int32 */
                outOfDate: number;
                /** Format: int32 */
                aboveQuantity: number;
            };
        };
        PriceTier: {
            /** @example pbe_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /**
             * @description The smallest quantity it is for; of several, the largest that is not above what is asked for.
             * @default 0
             * @example 12.5
             */
            minQuantity: string;
            unitPrice?: components["schemas"]["Money"];
            /**
             * @description Instead of unitPrice: the standard price with the adjustment of the book.
             * @default false
             */
            useStandardPrice: boolean;
            /** @default true */
            isActive: boolean;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validFrom?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            validUntil?: string;
        };
        /** @description What went wrong and what to change (RFC 9457). */
        Problem: {
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            detail: string;
            /**
             * @description Stable, for programs.
             * @example contact.email_taken
             */
            code: string;
            requestId: string;
            errors: {
                /** @description JSON pointer into the body, or /query/… or /headers/…. */
                pointer: string;
                /**
                 * @description Stable, for programs.
                 * @example contact.email_taken
                 */
                code: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        Product: {
            /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            sku?: string;
            family?: string;
            /**
             * @default good
             * @enum {string}
             */
            type: "good" | "service";
            unit?: string;
            taxCode?: string;
            cost?: components["schemas"]["Money"];
            /** @default true */
            isActive: boolean;
            description?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        ProductBatch: {
            /** @default false */
            atomic?: boolean;
            operations: ({
                /** @constant */
                op: "create";
                body: components["schemas"]["ProductCreate"];
            } | {
                /** @constant */
                op: "update";
                /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                body: components["schemas"]["ProductPatch"];
                /** Format: int64 */
                version?: number;
            } | {
                /** @constant */
                op: "delete";
                /** @example prd_01kavm5g3t8z1r4y6w9x2c7b0d */
                id: string;
                /** Format: int64 */
                version?: number;
            })[];
        };
        ProductCreate: {
            name: string;
            sku?: string;
            family?: string;
            /**
             * @default good
             * @enum {string}
             */
            type?: "good" | "service";
            unit?: string;
            taxCode?: string;
            cost?: components["schemas"]["Money"];
            /** @default true */
            isActive?: boolean;
            description?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
        };
        ProductPage: {
            data: components["schemas"]["Product"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ProductPatch: {
            name?: string;
            sku?: string | null;
            family?: string | null;
            /** @enum {string} */
            type?: "good" | "service";
            unit?: string | null;
            taxCode?: string | null;
            cost?: {
                /** Format: int64 */
                amount?: number;
                /**
                 * @description ISO 4217 currency code.
                 * @example USD
                 */
                currency?: string;
            } | null;
            isActive?: boolean;
            description?: string | null;
            tags?: string[] | null;
            externalIds?: {
                [key: string]: string | null;
            } | null;
        };
        ProductPrices: {
            /** @example pbk_01kavm5g3t8z1r4y6w9x2c7b0d */
            priceBookId: string;
            tiers: components["schemas"]["PriceTier"][];
        };
        ProductPricesPage: {
            data: components["schemas"]["ProductPrices"][];
            nextCursor: string | null;
        };
        ProductUpsert: {
            name: string;
            sku?: string;
            family?: string;
            /** @enum {string} */
            type?: "good" | "service";
            unit?: string;
            taxCode?: string;
            cost?: components["schemas"]["Money"];
            isActive?: boolean;
            description?: string;
            tags?: string[];
            externalIds?: {
                [key: string]: string;
            };
        };
        Progress: {
            data: components["schemas"]["StageChange"][];
            /** @description False when there were more steps than are shown. */
            isComplete: boolean;
            /** @description Whole days of 24 hours, in the order the stages were first entered. */
            timeInStages: {
                /** @example pip_01kavm5g3t8z1r4y6w9x2c7b0d */
                pipelineId: string;
                stageId: string;
                /** Format: int32 */
                days: number;
            }[];
            /**
             * Format: int32
             * @description Mondays to Fridays since anything happened in the deal.
             */
            restingBusinessDays: number;
            warnings: ("no_decision_maker" | "close_date_passed" | "rotten")[];
        };
        Queue: {
            /** @example que_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            description?: string;
            /**
             * @description Who works on it. Without any, everybody of its team may claim and nobody is assigned.
             * @default []
             */
            memberIds: string[];
            /**
             * @description Whether cases are assigned as they come, or wait until somebody claims them.
             * @default pull
             * @enum {string}
             */
            mode: "push" | "pull";
            /**
             * @description Where cases wait that came by mail or from outside and name no queue. One queue is that.
             * @default false
             */
            isIntake: boolean;
            /**
             * @description Who gets a case that is pushed: one after the other, who has the fewest, or who knows most of its tags.
             * @default round_robin
             * @enum {string}
             */
            strategy: "round_robin" | "least_busy" | "skills";
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        QueueCreate: {
            name: string;
            description?: string;
            /**
             * @description Who works on it. Without any, everybody of its team may claim and nobody is assigned.
             * @default []
             */
            memberIds?: string[];
            /**
             * @description Whether cases are assigned as they come, or wait until somebody claims them.
             * @default pull
             * @enum {string}
             */
            mode?: "push" | "pull";
            /**
             * @description Where cases wait that came by mail or from outside and name no queue. One queue is that.
             * @default false
             */
            isIntake?: boolean;
            /**
             * @description Who gets a case that is pushed: one after the other, who has the fewest, or who knows most of its tags.
             * @default round_robin
             * @enum {string}
             */
            strategy?: "round_robin" | "least_busy" | "skills";
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        QueuePage: {
            data: components["schemas"]["Queue"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        QueuePatch: {
            name?: string;
            description?: string | null;
            memberIds?: string[];
            /** @enum {string} */
            mode?: "push" | "pull";
            isIntake?: boolean;
            /** @enum {string} */
            strategy?: "round_robin" | "least_busy" | "skills";
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        QuoteLimit: {
            /** @enum {string} */
            role: "admin" | "manager" | "rep" | "marketing" | "agent" | "readonly";
            /**
             * @description A decimal from 0 to 100, as text.
             * @example 100
             */
            discountPercentMax?: string;
            /**
             * @description A decimal from -1000 to 100, as text.
             * @example 100
             */
            marginPercentMin?: string;
        };
        RatingAnswer: {
            /** Format: int32 */
            score: number;
            text?: string;
        };
        RelatedContactPage: {
            data: {
                relation: components["schemas"]["Relation"];
                contact: components["schemas"]["Contact"];
            }[];
            nextCursor: string | null;
        };
        Relation: {
            /** @example rel_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            /** @example con_01kavm5g3t8z1r4y6w9x2c7b0d */
            contactId: string;
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId: string;
            roles?: string[];
            title?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            startDate?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            endDate?: string;
            isPrimary: boolean;
            isActive: boolean;
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
        };
        RelationCreate: {
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId: string;
            roles?: string[];
            title?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            startDate?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            endDate?: string;
            isPrimary?: boolean;
        };
        RelationList: {
            data: components["schemas"]["Relation"][];
        };
        RelationPatch: {
            roles?: string[] | null;
            title?: string | null;
            startDate?: string | null;
            endDate?: string | null;
            /** @constant */
            isPrimary?: true;
        };
        ReopenRequest: {
            /** @description The stage it was closed from unless told. */
            stageId?: string;
            reason?: string;
        };
        Retirement: {
            pipeline: components["schemas"]["Pipeline"];
            /**
             * Format: int64
             * @description Deals moved by this request.
             */
            moved: number;
            isEmpty: boolean;
            /** @description False: repeat the request, at the earliest 15 seconds after the first. */
            isRemoved: boolean;
        };
        SearchAnswer: {
            data: components["schemas"]["SearchHit"][];
            /** @description False when more records may match than these. */
            isComplete: boolean;
        };
        SearchHit: {
            /** @enum {string} */
            kind: "account" | "contact" | "product" | "priceBook" | "lead" | "user" | "team" | "opportunity" | "case" | "queue" | "inboundMail";
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            record: {
                [key: string]: unknown;
            };
        };
        ServiceBacklog: {
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            upTo1: number;
            /** Format: int64 */
            upTo3: number;
            /** Format: int64 */
            upTo7: number;
            /** Format: int64 */
            upTo30: number;
            /** Format: int64 */
            upTo90: number;
            /** Format: int64 */
            over90: number;
        };
        ServiceFigures: {
            /**
             * Format: int64
             * @description Cases opened on these days.
             */
            opened: number;
            /**
             * Format: int64
             * @description Cases solved or closed on these days that are so still.
             */
            resolved: number;
            /**
             * Format: int64
             * @description Cases whose last reopening was on these days.
             */
            reopened: number;
            /** @description Of the resolved cases, those that had been reopened before. */
            reopenRate: number | null;
            /** @description Of the resolved cases, those where the customer came once and that were never reopened. One reopened leaves the figure, so that of the last seven days may still fall. */
            firstContactResolution: number | null;
            firstResponse: {
                /** Format: int64 */
                kept: number;
                /** Format: int64 */
                broken: number;
                /** @description Kept ÷ (kept + broken). */
                attainment: number | null;
                /** @description Business minutes. From a histogram: the true value is at most 19 % away. Null without data. */
                p50Minutes: number | null;
                /** @description Business minutes. From a histogram: the true value is at most 19 % away. Null without data. */
                p90Minutes: number | null;
            };
            resolution: {
                /** Format: int64 */
                kept: number;
                /** Format: int64 */
                broken: number;
                /** @description Kept ÷ (kept + broken). */
                attainment: number | null;
                /** @description Business minutes. From a histogram: the true value is at most 19 % away. Null without data. */
                p50Minutes: number | null;
                /** @description Business minutes. From a histogram: the true value is at most 19 % away. Null without data. */
                p90Minutes: number | null;
            };
            satisfaction: {
                /** Format: int64 */
                asked: number;
                /** Format: int64 */
                answered: number;
                responseRate: number | null;
                /** @description Of the answers, those with a score of 4 or 5. */
                content: number | null;
            };
        };
        ServiceGroup: {
            /**
             * @description The policy or queue; absent for all cases.
             * @example sla_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            of?: string;
            total: components["schemas"]["ServiceFigures"];
            byPriority: {
                low: components["schemas"]["ServiceFigures"];
                normal: components["schemas"]["ServiceFigures"];
                high: components["schemas"]["ServiceFigures"];
                urgent: components["schemas"]["ServiceFigures"];
            };
        };
        ServiceReport: {
            /**
             * Format: date
             * @example 2026-11-22
             */
            from: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            to: string;
            /** @constant */
            zone: "UTC";
            /** @description All cases first, then those of the policy and of the queue that were named. */
            groups: components["schemas"]["ServiceGroup"][];
            /** @description Open cases now, by the days since they were opened. */
            backlog: components["schemas"]["ServiceBacklog"];
        };
        SlaClocks: {
            /** @example sla_01kavm5g3t8z1r4y6w9x2c7b0d */
            policyId?: string;
            /** Format: int64 */
            policyVersion?: number;
            /**
             * @description The business hours; the clocks always run without them.
             * @example cal_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            calendarId?: string;
            targets: components["schemas"]["SlaTargets"];
            warnAtPercents: number[];
            /**
             * Format: int64
             * @description Goes up when the case is reopened late: then everything begins anew.
             */
            cycle: number;
            /**
             * Format: date-time
             * @description The first public answer of a person.
             * @example 2026-11-22T09:30:00.000Z
             */
            repliedAt?: string;
            firstResponse: components["schemas"]["Clock"];
            /** @description Since the first customer message that was not answered. */
            nextResponse?: components["schemas"]["Clock"];
            resolution: components["schemas"]["Clock"];
        };
        SlaCriteria: {
            priorities?: ("low" | "normal" | "high" | "urgent")[];
            types?: ("question" | "incident" | "problem" | "request" | "complaint")[];
            channels?: ("email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other")[];
            tags?: string[];
            accountIds?: string[];
        };
        SlaHappening: {
            /** @enum {string} */
            type: "warning" | "breach";
            /** @enum {string} */
            clock: "firstResponse" | "nextResponse" | "resolution";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            startedAt: string;
            /** Format: int32 */
            percent?: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
        };
        SlaPolicy: {
            /** @example sla_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            description?: string;
            /**
             * Format: int32
             * @description The first active policy that matches counts, lowest position first.
             */
            position: number;
            /** @default true */
            isActive: boolean;
            /** @default {} */
            criteria: components["schemas"]["SlaCriteria"];
            targets: {
                low?: components["schemas"]["SlaTargets"];
                normal?: components["schemas"]["SlaTargets"];
                high?: components["schemas"]["SlaTargets"];
                urgent?: components["schemas"]["SlaTargets"];
            };
            /**
             * @description Whether the clocks run in business hours only, or always.
             * @default business
             * @enum {string}
             */
            hours: "business" | "24x7";
            /**
             * @description The business hours; those of the default calendar without it.
             * @example cal_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            calendarId?: string;
            /**
             * @default [
             *       75,
             *       90
             *     ]
             */
            warnAtPercents: number[];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        SlaPolicyCreate: {
            name: string;
            description?: string;
            /**
             * Format: int32
             * @description The first active policy that matches counts, lowest position first.
             */
            position: number;
            /** @default true */
            isActive?: boolean;
            /** @default {} */
            criteria?: components["schemas"]["SlaCriteria"];
            targets: {
                low?: components["schemas"]["SlaTargets"];
                normal?: components["schemas"]["SlaTargets"];
                high?: components["schemas"]["SlaTargets"];
                urgent?: components["schemas"]["SlaTargets"];
            };
            /**
             * @description Whether the clocks run in business hours only, or always.
             * @default business
             * @enum {string}
             */
            hours?: "business" | "24x7";
            /**
             * @description The business hours; those of the default calendar without it.
             * @example cal_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            calendarId?: string;
            /**
             * @default [
             *       75,
             *       90
             *     ]
             */
            warnAtPercents?: number[];
        };
        SlaPolicyPage: {
            data: components["schemas"]["SlaPolicy"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        SlaPolicyPatch: {
            name?: string;
            description?: string | null;
            /**
             * Format: int32
             * @description The first active policy that matches counts, lowest position first.
             */
            position?: number;
            isActive?: boolean;
            criteria?: {
                priorities?: ("low" | "normal" | "high" | "urgent")[] | null;
                types?: ("question" | "incident" | "problem" | "request" | "complaint")[] | null;
                channels?: ("email" | "phone" | "in_person" | "letter" | "fax" | "website" | "chat" | "sms" | "facebook" | "instagram" | "x" | "linkedin" | "other")[] | null;
                tags?: string[] | null;
                accountIds?: string[] | null;
            };
            targets?: {
                low?: {
                    firstResponseMinutes?: number | null;
                    nextResponseMinutes?: number | null;
                    resolutionMinutes?: number | null;
                } | null;
                normal?: {
                    firstResponseMinutes?: number | null;
                    nextResponseMinutes?: number | null;
                    resolutionMinutes?: number | null;
                } | null;
                high?: {
                    firstResponseMinutes?: number | null;
                    nextResponseMinutes?: number | null;
                    resolutionMinutes?: number | null;
                } | null;
                urgent?: {
                    firstResponseMinutes?: number | null;
                    nextResponseMinutes?: number | null;
                    resolutionMinutes?: number | null;
                } | null;
            };
            /** @enum {string} */
            hours?: "business" | "24x7";
            calendarId?: string | null;
            warnAtPercents?: number[];
        };
        SlaTargets: {
            /** Format: int32 */
            firstResponseMinutes?: number;
            /** Format: int32 */
            nextResponseMinutes?: number;
            /** Format: int32 */
            resolutionMinutes?: number;
        };
        Split: {
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            userId: string;
            /**
             * @default revenue
             * @enum {string}
             */
            type: "revenue" | "overlay";
            /**
             * Format: int32
             * @description 10,000 is the whole deal.
             */
            basisPoints: number;
            /** @description Computed; what you send is replaced. */
            readonly amount?: components["schemas"]["Money"];
        };
        SplitInput: {
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            userId: string;
            /**
             * @default revenue
             * @enum {string}
             */
            type?: "revenue" | "overlay";
            /**
             * Format: int32
             * @description 10,000 is the whole deal.
             */
            basisPoints: number;
            /** @description Computed; what you send is replaced. */
            readonly amount?: components["schemas"]["Money"];
        };
        Stage: {
            id: string;
            name: string;
            /**
             * @default open
             * @enum {string}
             */
            status: "open" | "won" | "lost";
            /**
             * Format: int32
             * @description Whole percent.
             */
            probability: number;
            /** @enum {string} */
            forecastCategory: "omitted" | "pipeline" | "bestCase" | "mostLikely" | "commit" | "closed";
            /**
             * @description Questions to answer in this stage.
             * @default []
             */
            checklist: string[];
            /**
             * @description What a deal must have to go on from this stage.
             * @default []
             */
            requiredFields: ("accountId" | "amount" | "campaign" | "competitor" | "description" | "decisionMaker" | "lines" | "nextStep" | "primaryContact" | "source" | "splits")[];
            /** Format: int32 */
            rottenAfterBusinessDays?: number;
            /**
             * Format: date-time
             * @description Computed: the stage takes no more deals.
             * @example 2026-11-22T09:30:00.000Z
             */
            readonly inactiveSince?: string;
        };
        StageChange: {
            /** Format: int64 */
            order: number;
            /** @example pip_01kavm5g3t8z1r4y6w9x2c7b0d */
            fromPipelineId?: string;
            from?: string;
            /** @example pip_01kavm5g3t8z1r4y6w9x2c7b0d */
            pipelineId: string;
            to: string;
            /** @enum {string} */
            status: "open" | "won" | "lost";
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            by: string;
            /**
             * Format: int64
             * @description Of the deal, after the step.
             */
            version: number;
            /**
             * Format: int64
             * @description Whole days of 24 hours.
             */
            daysInPrevious?: number;
            amount?: components["schemas"]["Money"];
            /**
             * Format: date
             * @example 2026-11-22
             */
            closeDate: string;
            winReason?: string;
            lossReason?: string;
            reasonNote?: string;
        };
        StageInput: {
            id: string;
            name: string;
            /**
             * @default open
             * @enum {string}
             */
            status?: "open" | "won" | "lost";
            /**
             * Format: int32
             * @description Whole percent.
             */
            probability: number;
            /** @enum {string} */
            forecastCategory: "omitted" | "pipeline" | "bestCase" | "mostLikely" | "commit" | "closed";
            /**
             * @description Questions to answer in this stage.
             * @default []
             */
            checklist?: string[];
            /**
             * @description What a deal must have to go on from this stage.
             * @default []
             */
            requiredFields?: ("accountId" | "amount" | "campaign" | "competitor" | "description" | "decisionMaker" | "lines" | "nextStep" | "primaryContact" | "source" | "splits")[];
            /** Format: int32 */
            rottenAfterBusinessDays?: number;
            /**
             * Format: date-time
             * @description Computed: the stage takes no more deals.
             * @example 2026-11-22T09:30:00.000Z
             */
            readonly inactiveSince?: string;
        };
        Task: {
            /** @example tsk_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            subject: string;
            description?: string;
            /**
             * @description What the task is about; the task stands in its timeline. Stays as it is.
             * @example acc_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            aboutId?: string;
            /** @description What else it has to do with. */
            links?: string[];
            /**
             * Format: date
             * @description Due by the end of this day in `zone`. Either this or `dueAt`.
             * @example 2026-11-22
             */
            dueDate?: string;
            /**
             * Format: date-time
             * @description Due at this instant.
             * @example 2026-11-22T09:30:00.000Z
             */
            dueAt?: string;
            /**
             * @description Whose clocks count: where the day ends, at which local time the task recurs. The owner's unless told.
             * @example Asia/Bangkok
             */
            zone?: string;
            /**
             * @default normal
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * @default open
             * @enum {string}
             */
            status: "open" | "inProgress" | "done" | "cancelled";
            /** @description Tasks that must be over before this one can be done. */
            blockedBy?: string[];
            /**
             * @description RFC 5545 RRULE, without times of day. When the task is done, the next one is made: at the same local time, and not in the past. UNTIL is read on the clocks of `zone`.
             * @example FREQ=WEEKLY;BYDAY=MO
             */
            recurrence?: string;
            /** @description Minutes before it is due; before 09:00 of the day when only the day is said. */
            reminders?: number[];
            /** @example acc_01kavm5g3t8z1r4y6w9x2c7b0d */
            accountId?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            completedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deadline?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            nextAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            remindedUntil?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            notifiedFor?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            overdueFor?: string;
            seriesStart?: string;
            /** @example tsk_01kavm5g3t8z1r4y6w9x2c7b0d */
            previousId?: string;
            /** @example tsk_01kavm5g3t8z1r4y6w9x2c7b0d */
            nextId?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        TaskCompletion: {
            /**
             * @description Also while others are open.
             * @default false
             */
            force?: boolean;
        };
        TaskCreate: {
            subject: string;
            description?: string;
            /**
             * @description What the task is about; the task stands in its timeline. Stays as it is.
             * @example acc_01kavm5g3t8z1r4y6w9x2c7b0d
             */
            aboutId?: string;
            /** @description What else it has to do with. */
            links?: string[];
            /**
             * Format: date
             * @description Due by the end of this day in `zone`. Either this or `dueAt`.
             * @example 2026-11-22
             */
            dueDate?: string;
            /**
             * Format: date-time
             * @description Due at this instant.
             * @example 2026-11-22T09:30:00.000Z
             */
            dueAt?: string;
            /**
             * @description Whose clocks count: where the day ends, at which local time the task recurs. The owner's unless told.
             * @example Asia/Bangkok
             */
            zone?: string;
            /**
             * @default normal
             * @enum {string}
             */
            priority?: "low" | "normal" | "high" | "urgent";
            /**
             * @default open
             * @enum {string}
             */
            status?: "open" | "inProgress" | "done" | "cancelled";
            /** @description Tasks that must be over before this one can be done. */
            blockedBy?: string[];
            /**
             * @description RFC 5545 RRULE, without times of day. When the task is done, the next one is made: at the same local time, and not in the past. UNTIL is read on the clocks of `zone`.
             * @example FREQ=WEEKLY;BYDAY=MO
             */
            recurrence?: string;
            /** @description Minutes before it is due; before 09:00 of the day when only the day is said. */
            reminders?: number[];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        TaskPage: {
            data: components["schemas"]["Task"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        TaskPatch: {
            subject?: string;
            description?: string | null;
            aboutId?: string | null;
            links?: string[] | null;
            dueDate?: string | null;
            dueAt?: string | null;
            zone?: string | null;
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            /** @enum {string} */
            status?: "open" | "inProgress" | "done" | "cancelled";
            blockedBy?: string[] | null;
            recurrence?: string | null;
            reminders?: number[] | null;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId?: string;
            teamId?: string | null;
            /** @enum {string} */
            visibility?: "owner" | "team" | "everyone";
        };
        TaxCode: {
            code: string;
            name: string;
            components: components["schemas"]["TaxComponent"][];
        };
        TaxCodeInput: {
            code: string;
            name: string;
            components: components["schemas"]["TaxComponentInput"][];
        };
        TaxComponent: {
            name: string;
            /**
             * @description A decimal from 0 to 1000, as text.
             * @example 1000
             */
            percent: string;
            /** @default false */
            isCompound: boolean;
        };
        TaxComponentInput: {
            name: string;
            /**
             * @description A decimal from 0 to 1000, as text.
             * @example 1000
             */
            percent: string;
            /** @default false */
            isCompound?: boolean;
        };
        Team: {
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            description?: string;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        TeamCreate: {
            name: string;
            description?: string;
        };
        TeamPage: {
            data: components["schemas"]["Team"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        TeamPatch: {
            name?: string;
            description?: string | null;
        };
        Touch: {
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            at: string;
            source?: string;
            utm?: components["schemas"]["Utm"];
            clickIds?: components["schemas"]["ClickIds"];
            referrer?: string;
            /** @example cap_01kavm5g3t8z1r4y6w9x2c7b0d */
            captureFormId?: string;
        };
        User: {
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            id: string;
            name: string;
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            email: string;
            roles: ("admin" | "manager" | "rep" | "marketing" | "agent" | "readonly")[];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            managerId?: string;
            teamIds?: string[];
            /**
             * @default active
             * @enum {string}
             */
            status: "active" | "disabled";
            title?: string;
            phone?: string;
            /**
             * @description IANA time zone.
             * @default UTC
             * @example Asia/Bangkok
             */
            timeZone: string;
            /** @example th */
            language?: string;
            /** Format: int32 */
            capacity?: number;
            outOfOffice?: components["schemas"]["OutOfOffice"];
            skills?: string[];
            subject?: string;
            /** Format: int64 */
            tokensValidFromS?: number;
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            ownerId: string;
            /** @example tea_01kavm5g3t8z1r4y6w9x2c7b0d */
            teamId?: string;
            /** @enum {string} */
            visibility: "owner" | "team" | "everyone";
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            updatedAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            deletedAt?: string;
            shares?: {
                /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                to: string;
                /** @enum {string} */
                access: "read" | "update";
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
            }[];
        };
        UserCreate: {
            name: string;
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            email: string;
            roles: ("admin" | "manager" | "rep" | "marketing" | "agent" | "readonly")[];
            /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
            managerId?: string;
            teamIds?: string[];
            /**
             * @default active
             * @enum {string}
             */
            status?: "active" | "disabled";
            title?: string;
            phone?: string;
            /**
             * @description IANA time zone.
             * @default UTC
             * @example Asia/Bangkok
             */
            timeZone?: string;
            /** @example th */
            language?: string;
            /** Format: int32 */
            capacity?: number;
            outOfOffice?: components["schemas"]["OutOfOffice"];
            skills?: string[];
        };
        UserPage: {
            data: components["schemas"]["User"][];
            nextCursor: string | null;
            expanded?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        UserPatch: {
            name?: string;
            /**
             * Format: email
             * @example lan.nguyen@example.com
             */
            email?: string;
            roles?: ("admin" | "manager" | "rep" | "marketing" | "agent" | "readonly")[];
            managerId?: string | null;
            teamIds?: string[] | null;
            /** @enum {string} */
            status?: "active" | "disabled";
            title?: string | null;
            phone?: string | null;
            /**
             * @description IANA time zone.
             * @example Asia/Bangkok
             */
            timeZone?: string;
            language?: string | null;
            capacity?: number | null;
            outOfOffice?: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T09:30:00.000Z
                 */
                until?: string;
                delegateId?: string | null;
                message?: string | null;
            } | null;
            skills?: string[] | null;
        };
        /** @description The campaign parameters of the link that led here. */
        Utm: {
            source?: string;
            medium?: string;
            campaign?: string;
            term?: string;
            content?: string;
        };
        WallInterval: {
            /** @example 09:00 */
            start: string;
            /** @example 09:00 */
            end: string;
        };
        /** @description Hours by weekday; a day that is not named is closed. */
        WeekHours: {
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            monday: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            tuesday: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            wednesday: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            thursday: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            friday: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            saturday: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            sunday: components["schemas"]["WallInterval"][];
        };
        /** @description Hours by weekday; a day that is not named is closed. */
        WeekHoursInput: {
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            monday?: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            tuesday?: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            wednesday?: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            thursday?: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            friday?: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            saturday?: components["schemas"]["WallInterval"][];
            /**
             * @default []
             * @example [
             *       {
             *         "start": "09:00",
             *         "end": "17:00"
             *       }
             *     ]
             */
            sunday?: components["schemas"]["WallInterval"][];
        };
    };
    responses: {
        /** @description The request has the wrong shape; `errors` says where. */
        400: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credentials, or not good ones. */
        401: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You may see it but not do this. */
        403: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or you may not see it: the two answers are the same. */
        404: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the record does not allow it. */
        409: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The record has changed; `currentVersion` is what it is now. */
        412: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body has more than 262144 bytes. */
        413: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON. */
        415: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The shape is right but it cannot be carried out. */
        422: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        429: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our fault; quote the request id. */
        500: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Busy; try again. */
        503: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names this request; quote it when you report a problem. */
        "X-Request-Id": string;
        /** @description Requests in a full bucket. Absent when nobody was recognised. */
        "RateLimit-Limit": number;
        /** @description Requests left now. */
        "RateLimit-Remaining": number;
        /** @description Seconds until the bucket is full. */
        "RateLimit-Reset": number;
        /** @description Your origin, when this deployment lets it call from a browser. Added by the gateway. */
        "Access-Control-Allow-Origin": string;
        /** @description Seconds to wait. */
        "Retry-After": number;
        /** @description Version of the record. */
        ETag: string;
        /** @description Path of the new record. */
        Location: string;
        /** @description Says `true` when this is the answer to an earlier request with the same Idempotency-Key. */
        "Idempotent-Replayed": "true";
    };
    pathItems: never;
}
export type AccessExplanation = components['schemas']['AccessExplanation'];
export type Account = components['schemas']['Account'];
export type AccountBatch = components['schemas']['AccountBatch'];
export type AccountCreate = components['schemas']['AccountCreate'];
export type AccountPage = components['schemas']['AccountPage'];
export type AccountPatch = components['schemas']['AccountPatch'];
export type AccountUpsert = components['schemas']['AccountUpsert'];
export type Address = components['schemas']['Address'];
export type AddressInput = components['schemas']['AddressInput'];
export type Agenda = components['schemas']['Agenda'];
export type AgendaEntry = components['schemas']['AgendaEntry'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyCreate = components['schemas']['ApiKeyCreate'];
export type ApiKeyPage = components['schemas']['ApiKeyPage'];
export type ApiKeyPatch = components['schemas']['ApiKeyPatch'];
export type BatchAnswer = components['schemas']['BatchAnswer'];
export type Board = components['schemas']['Board'];
export type BoardCard = components['schemas']['BoardCard'];
export type BoardCardPage = components['schemas']['BoardCardPage'];
export type BoardStage = components['schemas']['BoardStage'];
export type Calendar = components['schemas']['Calendar'];
export type CalendarCreate = components['schemas']['CalendarCreate'];
export type CalendarPage = components['schemas']['CalendarPage'];
export type CalendarPatch = components['schemas']['CalendarPatch'];
export type CalendarPreview = components['schemas']['CalendarPreview'];
export type CaptureAnswer = components['schemas']['CaptureAnswer'];
export type CaptureFailure = components['schemas']['CaptureFailure'];
export type CaptureFailurePage = components['schemas']['CaptureFailurePage'];
export type CaptureForm = components['schemas']['CaptureForm'];
export type CaptureFormCreate = components['schemas']['CaptureFormCreate'];
export type CaptureFormPage = components['schemas']['CaptureFormPage'];
export type CaptureFormPatch = components['schemas']['CaptureFormPatch'];
export type CaptureRequest = components['schemas']['CaptureRequest'];
export type Case = components['schemas']['Case'];
export type CaseAssignment = components['schemas']['CaseAssignment'];
export type CaseAuthor = components['schemas']['CaseAuthor'];
export type CaseCallback = components['schemas']['CaseCallback'];
export type CaseClose = components['schemas']['CaseClose'];
export type CaseComment = components['schemas']['CaseComment'];
export type CaseCommentCreate = components['schemas']['CaseCommentCreate'];
export type CaseCommentPage = components['schemas']['CaseCommentPage'];
export type CaseCreate = components['schemas']['CaseCreate'];
export type CaseDelivery = components['schemas']['CaseDelivery'];
export type CaseEscalation = components['schemas']['CaseEscalation'];
export type CaseMerge = components['schemas']['CaseMerge'];
export type CasePage = components['schemas']['CasePage'];
export type CasePatch = components['schemas']['CasePatch'];
export type CaseRating = components['schemas']['CaseRating'];
export type CaseReply = components['schemas']['CaseReply'];
export type CaseRequester = components['schemas']['CaseRequester'];
export type CaseResolution = components['schemas']['CaseResolution'];
export type CaseWait = components['schemas']['CaseWait'];
export type ClickIds = components['schemas']['ClickIds'];
export type Clock = components['schemas']['Clock'];
export type ClockPause = components['schemas']['ClockPause'];
export type CloseRequest = components['schemas']['CloseRequest'];
export type Company = components['schemas']['Company'];
export type Consent = components['schemas']['Consent'];
export type Contact = components['schemas']['Contact'];
export type ContactBatch = components['schemas']['ContactBatch'];
export type ContactCreate = components['schemas']['ContactCreate'];
export type ContactPage = components['schemas']['ContactPage'];
export type ContactPatch = components['schemas']['ContactPatch'];
export type Conversion = components['schemas']['Conversion'];
export type ConversionAccount = components['schemas']['ConversionAccount'];
export type ConversionContact = components['schemas']['ConversionContact'];
export type ConversionRequest = components['schemas']['ConversionRequest'];
export type ConvertedSum = components['schemas']['ConvertedSum'];
export type ConvertedSumRequest = components['schemas']['ConvertedSumRequest'];
export type DealContact = components['schemas']['DealContact'];
export type DealContactInput = components['schemas']['DealContactInput'];
export type DealLine = components['schemas']['DealLine'];
export type DealLineInput = components['schemas']['DealLineInput'];
export type DealLines = components['schemas']['DealLines'];
export type DuplicateCandidate = components['schemas']['DuplicateCandidate'];
export type EmailEntry = components['schemas']['EmailEntry'];
export type EmailEntryInput = components['schemas']['EmailEntryInput'];
export type EscalationActions = components['schemas']['EscalationActions'];
export type EscalationActionsInput = components['schemas']['EscalationActionsInput'];
export type EscalationCriteria = components['schemas']['EscalationCriteria'];
export type EscalationRule = components['schemas']['EscalationRule'];
export type EscalationRuleCreate = components['schemas']['EscalationRuleCreate'];
export type EscalationRulePage = components['schemas']['EscalationRulePage'];
export type EscalationRulePatch = components['schemas']['EscalationRulePatch'];
export type EscalationStep = components['schemas']['EscalationStep'];
export type EscalationStepInput = components['schemas']['EscalationStepInput'];
export type EscalationWhen = components['schemas']['EscalationWhen'];
export type Event = components['schemas']['Event'];
export type EventFeed = components['schemas']['EventFeed'];
export type EventPage = components['schemas']['EventPage'];
export type ExchangeRate = components['schemas']['ExchangeRate'];
export type ExchangeRateBatch = components['schemas']['ExchangeRateBatch'];
export type ExchangeRateCreate = components['schemas']['ExchangeRateCreate'];
export type ExchangeRatePage = components['schemas']['ExchangeRatePage'];
export type ExchangeRatePatch = components['schemas']['ExchangeRatePatch'];
export type Export = components['schemas']['Export'];
export type ExportPage = components['schemas']['ExportPage'];
export type ExportRequest = components['schemas']['ExportRequest'];
export type FileLink = components['schemas']['FileLink'];
export type Handover = components['schemas']['Handover'];
export type HandoverCounts = components['schemas']['HandoverCounts'];
export type HandoverPage = components['schemas']['HandoverPage'];
export type HandoverRequest = components['schemas']['HandoverRequest'];
export type Health = components['schemas']['Health'];
export type Hierarchy = components['schemas']['Hierarchy'];
export type HierarchyNode = components['schemas']['HierarchyNode'];
export type Holiday = components['schemas']['Holiday'];
export type HoursOverride = components['schemas']['HoursOverride'];
export type Import = components['schemas']['Import'];
export type ImportColumn = components['schemas']['ImportColumn'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ImportMade = components['schemas']['ImportMade'];
export type ImportMapping = components['schemas']['ImportMapping'];
export type ImportPage = components['schemas']['ImportPage'];
export type ImportPreset = components['schemas']['ImportPreset'];
export type ImportPresetCreate = components['schemas']['ImportPresetCreate'];
export type ImportPresetPage = components['schemas']['ImportPresetPage'];
export type ImportPresetPatch = components['schemas']['ImportPresetPatch'];
export type ImportRequest = components['schemas']['ImportRequest'];
export type ImportUndoCounts = components['schemas']['ImportUndoCounts'];
export type InboundMail = components['schemas']['InboundMail'];
export type InboundMailAttach = components['schemas']['InboundMailAttach'];
export type InboundMailCase = components['schemas']['InboundMailCase'];
export type InboundMailPage = components['schemas']['InboundMailPage'];
export type Interaction = components['schemas']['Interaction'];
export type InteractionCorrection = components['schemas']['InteractionCorrection'];
export type InteractionCreate = components['schemas']['InteractionCreate'];
export type InteractionPage = components['schemas']['InteractionPage'];
export type IssuedKey = components['schemas']['IssuedKey'];
export type Lead = components['schemas']['Lead'];
export type LeadBatch = components['schemas']['LeadBatch'];
export type LeadCreate = components['schemas']['LeadCreate'];
export type LeadPage = components['schemas']['LeadPage'];
export type LeadPatch = components['schemas']['LeadPatch'];
export type LeadUpsert = components['schemas']['LeadUpsert'];
export type LineDiscount = components['schemas']['LineDiscount'];
export type Me = components['schemas']['Me'];
export type MePatch = components['schemas']['MePatch'];
export type Money = components['schemas']['Money'];
export type MoveRequest = components['schemas']['MoveRequest'];
export type MovedRecord = components['schemas']['MovedRecord'];
export type MovedRecordPage = components['schemas']['MovedRecordPage'];
export type Note = components['schemas']['Note'];
export type NoteCreate = components['schemas']['NoteCreate'];
export type NotePage = components['schemas']['NotePage'];
export type NotePatch = components['schemas']['NotePatch'];
export type NoteVersion = components['schemas']['NoteVersion'];
export type NoteVersionPage = components['schemas']['NoteVersionPage'];
export type Opportunity = components['schemas']['Opportunity'];
export type OpportunityBatch = components['schemas']['OpportunityBatch'];
export type OpportunityCreate = components['schemas']['OpportunityCreate'];
export type OpportunityPage = components['schemas']['OpportunityPage'];
export type OpportunityPatch = components['schemas']['OpportunityPatch'];
export type OpportunityUpsert = components['schemas']['OpportunityUpsert'];
export type Organisation = components['schemas']['Organisation'];
export type OrganisationPatch = components['schemas']['OrganisationPatch'];
export type OutOfOffice = components['schemas']['OutOfOffice'];
export type PhoneEntry = components['schemas']['PhoneEntry'];
export type PhoneEntryInput = components['schemas']['PhoneEntryInput'];
export type Pipeline = components['schemas']['Pipeline'];
export type PipelineCreate = components['schemas']['PipelineCreate'];
export type PipelinePage = components['schemas']['PipelinePage'];
export type PipelinePatch = components['schemas']['PipelinePatch'];
export type PlaceRequest = components['schemas']['PlaceRequest'];
export type Price = components['schemas']['Price'];
export type PriceBook = components['schemas']['PriceBook'];
export type PriceBookBatch = components['schemas']['PriceBookBatch'];
export type PriceBookCreate = components['schemas']['PriceBookCreate'];
export type PriceBookEntry = components['schemas']['PriceBookEntry'];
export type PriceBookEntryBatch = components['schemas']['PriceBookEntryBatch'];
export type PriceBookEntryCreate = components['schemas']['PriceBookEntryCreate'];
export type PriceBookEntryPage = components['schemas']['PriceBookEntryPage'];
export type PriceBookEntryPatch = components['schemas']['PriceBookEntryPatch'];
export type PriceBookFamilyRule = components['schemas']['PriceBookFamilyRule'];
export type PriceBookPage = components['schemas']['PriceBookPage'];
export type PriceBookPatch = components['schemas']['PriceBookPatch'];
export type PriceRequest = components['schemas']['PriceRequest'];
export type PriceStep = components['schemas']['PriceStep'];
export type PriceTier = components['schemas']['PriceTier'];
export type Problem = components['schemas']['Problem'];
export type Product = components['schemas']['Product'];
export type ProductBatch = components['schemas']['ProductBatch'];
export type ProductCreate = components['schemas']['ProductCreate'];
export type ProductPage = components['schemas']['ProductPage'];
export type ProductPatch = components['schemas']['ProductPatch'];
export type ProductPrices = components['schemas']['ProductPrices'];
export type ProductPricesPage = components['schemas']['ProductPricesPage'];
export type ProductUpsert = components['schemas']['ProductUpsert'];
export type Progress = components['schemas']['Progress'];
export type Queue = components['schemas']['Queue'];
export type QueueCreate = components['schemas']['QueueCreate'];
export type QueuePage = components['schemas']['QueuePage'];
export type QueuePatch = components['schemas']['QueuePatch'];
export type QuoteLimit = components['schemas']['QuoteLimit'];
export type RatingAnswer = components['schemas']['RatingAnswer'];
export type RelatedContactPage = components['schemas']['RelatedContactPage'];
export type Relation = components['schemas']['Relation'];
export type RelationCreate = components['schemas']['RelationCreate'];
export type RelationList = components['schemas']['RelationList'];
export type RelationPatch = components['schemas']['RelationPatch'];
export type ReopenRequest = components['schemas']['ReopenRequest'];
export type Retirement = components['schemas']['Retirement'];
export type SearchAnswer = components['schemas']['SearchAnswer'];
export type SearchHit = components['schemas']['SearchHit'];
export type ServiceBacklog = components['schemas']['ServiceBacklog'];
export type ServiceFigures = components['schemas']['ServiceFigures'];
export type ServiceGroup = components['schemas']['ServiceGroup'];
export type ServiceReport = components['schemas']['ServiceReport'];
export type SlaClocks = components['schemas']['SlaClocks'];
export type SlaCriteria = components['schemas']['SlaCriteria'];
export type SlaHappening = components['schemas']['SlaHappening'];
export type SlaPolicy = components['schemas']['SlaPolicy'];
export type SlaPolicyCreate = components['schemas']['SlaPolicyCreate'];
export type SlaPolicyPage = components['schemas']['SlaPolicyPage'];
export type SlaPolicyPatch = components['schemas']['SlaPolicyPatch'];
export type SlaTargets = components['schemas']['SlaTargets'];
export type Split = components['schemas']['Split'];
export type SplitInput = components['schemas']['SplitInput'];
export type Stage = components['schemas']['Stage'];
export type StageChange = components['schemas']['StageChange'];
export type StageInput = components['schemas']['StageInput'];
export type Task = components['schemas']['Task'];
export type TaskCompletion = components['schemas']['TaskCompletion'];
export type TaskCreate = components['schemas']['TaskCreate'];
export type TaskPage = components['schemas']['TaskPage'];
export type TaskPatch = components['schemas']['TaskPatch'];
export type TaxCode = components['schemas']['TaxCode'];
export type TaxCodeInput = components['schemas']['TaxCodeInput'];
export type TaxComponent = components['schemas']['TaxComponent'];
export type TaxComponentInput = components['schemas']['TaxComponentInput'];
export type Team = components['schemas']['Team'];
export type TeamCreate = components['schemas']['TeamCreate'];
export type TeamPage = components['schemas']['TeamPage'];
export type TeamPatch = components['schemas']['TeamPatch'];
export type Touch = components['schemas']['Touch'];
export type User = components['schemas']['User'];
export type UserCreate = components['schemas']['UserCreate'];
export type UserPage = components['schemas']['UserPage'];
export type UserPatch = components['schemas']['UserPatch'];
export type Utm = components['schemas']['Utm'];
export type WallInterval = components['schemas']['WallInterval'];
export type WeekHours = components['schemas']['WeekHours'];
export type WeekHoursInput = components['schemas']['WeekHoursInput'];
export type Response400 = components['responses']['400'];
export type Response401 = components['responses']['401'];
export type Response403 = components['responses']['403'];
export type Response404 = components['responses']['404'];
export type Response409 = components['responses']['409'];
export type Response412 = components['responses']['412'];
export type Response413 = components['responses']['413'];
export type Response415 = components['responses']['415'];
export type Response422 = components['responses']['422'];
export type Response429 = components['responses']['429'];
export type Response500 = components['responses']['500'];
export type Response503 = components['responses']['503'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderRateLimitLimit = components['headers']['RateLimit-Limit'];
export type HeaderRateLimitRemaining = components['headers']['RateLimit-Remaining'];
export type HeaderRateLimitReset = components['headers']['RateLimit-Reset'];
export type HeaderAccessControlAllowOrigin = components['headers']['Access-Control-Allow-Origin'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderIdempotentReplayed = components['headers']['Idempotent-Replayed'];
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: parentId, priceBookId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                teamId?: string;
                tag?: string;
                industry?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                parentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
                "application/merge-patch+json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    shareAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shares: {
                        /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                        to: string;
                        /** @enum {string} */
                        access: "read" | "update";
                        /**
                         * Format: date-time
                         * @example 2026-11-22T09:30:00.000Z
                         */
                        until?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The record with its shares. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineAccount: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAccountByExternalId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    putAccountByExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountUpsert"];
            };
        };
        responses: {
            /** @description Merged. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAccountHierarchy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Breadth first from the topmost account you may see. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hierarchy"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listAccountContacts: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                active?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedContactPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    accountPeopleTimeline: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: accountId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                teamId?: string;
                tag?: string;
                source?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPatch"];
                "application/merge-patch+json": components["schemas"]["ContactPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    shareContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shares: {
                        /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                        to: string;
                        /** @enum {string} */
                        access: "read" | "update";
                        /**
                         * Format: date-time
                         * @example 2026-11-22T09:30:00.000Z
                         */
                        until?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The record with its shares. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineContact: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listContactRelations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, oldest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationList"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createContactRelation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateContactRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationPatch"];
                "application/merge-patch+json": components["schemas"]["RelationPatch"];
            };
        };
        responses: {
            /** @description The relation as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                tag?: string;
                family?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductPatch"];
                "application/merge-patch+json": components["schemas"]["ProductPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineProduct: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getProductByExternalId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    putProductByExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductUpsert"];
            };
        };
        responses: {
            /** @description Merged. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listPriceBooks: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createPriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceBookCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deletePriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updatePriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceBookPatch"];
                "application/merge-patch+json": components["schemas"]["PriceBookPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restorePriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchPriceBooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceBookBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelinePriceBook: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertPriceBook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    resolvePrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceRequest"];
            };
        };
        responses: {
            /** @description The list price of one unit. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listPriceBookEntries: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: priceBookId, productId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                priceBookId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntryPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createPriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceBookEntryCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deletePriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updatePriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceBookEntryPatch"];
                "application/merge-patch+json": components["schemas"]["PriceBookEntryPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restorePriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchPriceBookEntries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceBookEntryBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelinePriceBookEntry: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertPriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listProductPrices: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, by the age of the books; entries smallest quantity first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPricesPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listExchangeRates: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description ISO 4217 currency code. */
                currency?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRatePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeRateCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeRatePatch"];
                "application/merge-patch+json": components["schemas"]["ExchangeRatePatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchExchangeRates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeRateBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineExchangeRate: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    convertAmounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertedSumRequest"];
            };
        };
        responses: {
            /** @description The sum, and each amount with its rate. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConvertedSum"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was set, and defaults for the rest. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationPatch"];
                "application/merge-patch+json": components["schemas"]["OrganisationPatch"];
            };
        };
        responses: {
            /** @description The settings as they are now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listLeads: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: captureFormId, accountId, contactId, opportunityId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                teamId?: string;
                tag?: string;
                status?: "new" | "working" | "nurturing" | "qualified" | "unqualified" | "converted";
                source?: string;
                rating?: "hot" | "warm" | "cold";
                industry?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadPatch"];
                "application/merge-patch+json": components["schemas"]["LeadPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    shareLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shares: {
                        /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                        to: string;
                        /** @enum {string} */
                        access: "read" | "update";
                        /**
                         * Format: date-time
                         * @example 2026-11-22T09:30:00.000Z
                         */
                        until?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The record with its shares. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchLeads: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineLead: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getLeadByExternalId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    putLeadByExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadUpsert"];
            };
        };
        responses: {
            /** @description Merged. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    convertLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionRequest"];
            };
        };
        responses: {
            /** @description What the lead became. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversion"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    undoLeadConversion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead as it was. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listCaptureForms: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: assignToId, leadTeamId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureFormPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createCaptureForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureFormCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureForm"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCaptureForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureForm"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteCaptureForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateCaptureForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureFormPatch"];
                "application/merge-patch+json": components["schemas"]["CaptureFormPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureForm"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreCaptureForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureForm"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineCaptureForm: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listCaptureFailures: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: formId, leadId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureFailurePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCaptureFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureFailure"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteCaptureFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    replayCaptureFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureFailure"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    capture: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                formKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureRequest"];
            };
        };
        responses: {
            /** @description Received. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureAnswer"];
                };
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    showOptIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with a button. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    confirmOptIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that says thanks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: subjectId, accountId, leadId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotePatch"];
                "application/merge-patch+json": components["schemas"]["NotePatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listNoteVersions: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteVersionPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listInteractions: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: subjectId, accountId, leadId, correctsId, correctedById, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    correctInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionCorrection"];
            };
        };
        responses: {
            /** @description The revision. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: managerId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                memberOf?: string;
                role?: "admin" | "manager" | "rep" | "marketing" | "agent" | "readonly";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                managerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
                "application/merge-patch+json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineUser: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamPatch"];
                "application/merge-patch+json": components["schemas"]["TeamPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineTeam: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your user and your rights per kind of record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MePatch"];
                "application/merge-patch+json": components["schemas"]["MePatch"];
            };
        };
        responses: {
            /** @description You as you are now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    explainAccess: {
        parameters: {
            query: {
                user: string;
                record: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One decision per action, with its grounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessExplanation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        responses: {
            /** @description The record, and the key itself for the only time. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyPatch"];
                "application/merge-patch+json": components["schemas"]["ApiKeyPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineApiKey: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record, and the new key for the only time. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverRequest"];
            };
        };
        responses: {
            /** @description Begun. Its status and counts tell how far it is. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listHandovers: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: to, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineHandover: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listHandoverItems: {
        parameters: {
            query?: {
                /** @description Records per page. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedRecordPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. Its status and counts tell how far it is. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: presetId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description Waiting for its file. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportMade"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineImport: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    renewImportUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Good for 15 minutes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ending. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getImportReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Good for five minutes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listImportPresets: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                teamId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPresetPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createImportPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportPresetCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreset"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getImportPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreset"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteImportPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateImportPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportPresetPatch"];
                "application/merge-patch+json": components["schemas"]["ImportPresetPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreset"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreImportPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreset"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineImportPreset: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertImportPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreset"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineExport: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    cancelExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Good for five minutes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: accountId, contactId, parentCaseId, queueId, mergedIntoId, followsId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                teamId?: string;
                status?: "new" | "in_progress" | "waiting_on_customer" | "waiting_on_third_party" | "resolved" | "closed";
                priority?: "low" | "normal" | "high" | "urgent";
                contactId?: string;
                queueId?: string;
                slaState?: "running" | "paused" | "met" | "breached" | "cancelled";
                parentCaseId?: string;
                tag?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasePatch"];
                "application/merge-patch+json": components["schemas"]["CasePatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    shareCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shares: {
                        /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                        to: string;
                        /** @enum {string} */
                        access: "read" | "update";
                        /**
                         * Format: date-time
                         * @example 2026-11-22T09:30:00.000Z
                         */
                        until?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The record with its shares. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineCase: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    waitForCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseWait"];
            };
        };
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    proceedWithCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    resolveCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseResolution"];
            };
        };
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    closeCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseClose"];
            };
        };
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    claimCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    mergeCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMerge"];
            };
        };
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    assignCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseAssignment"];
            };
        };
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    reopenCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case goes on. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A new case that follows it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listCaseComments: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what the customer may read. */
                audience?: "customer";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCommentPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    commentCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCommentCreate"];
            };
        };
        responses: {
            /** @description Written down. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseComment"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCaseComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was said. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseComment"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    replyToCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReply"];
            };
        };
        responses: {
            /** @description Said. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseComment"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    showRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with a form. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    rateCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingAnswer"];
                "application/x-www-form-urlencoded": components["schemas"]["RatingAnswer"];
            };
        };
        responses: {
            /** @description A page that says thanks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    getServiceAnalytics: {
        parameters: {
            query: {
                from: string;
                /** @description The last day that counts. */
                to: string;
                /** @description Also tells of the cases under this policy. */
                policyId?: string;
                /** @description Also tells of the cases of this queue. */
                queueId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceReport"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: aboutId, accountId, previousId, nextId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                teamId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                /** @description What the task is about; the task stands in its timeline. Stays as it is. */
                aboutId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskPatch"];
                "application/merge-patch+json": components["schemas"]["TaskPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    shareTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shares: {
                        /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                        to: string;
                        /** @enum {string} */
                        access: "read" | "update";
                        /**
                         * Format: date-time
                         * @example 2026-11-22T09:30:00.000Z
                         */
                        until?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The record with its shares. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCompletion"];
            };
        };
        responses: {
            /** @description The task, and `nextId` when another one follows. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getAgenda: {
        parameters: {
            query?: {
                date?: string;
                /** @description IANA time zone. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agenda"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarPatch"];
                "application/merge-patch+json": components["schemas"]["CalendarPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineCalendar: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    previewCalendar: {
        parameters: {
            query: {
                /** @description Now unless told. */
                from?: string;
                minutes: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instant and the open intervals before it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPreview"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listSlaPolicies: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: calendarId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                /** @description The business hours; those of the default calendar without it. */
                calendarId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicyPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createSlaPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlaPolicyCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getSlaPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteSlaPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateSlaPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlaPolicyPatch"];
                "application/merge-patch+json": components["schemas"]["SlaPolicyPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreSlaPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineSlaPolicy: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertSlaPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listQueues: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueuePatch"];
                "application/merge-patch+json": components["schemas"]["QueuePatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineQueue: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    claimFromQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case, now yours. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listPipelines: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelinePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createPipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getPipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deletePipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updatePipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelinePatch"];
                "application/merge-patch+json": components["schemas"]["PipelinePatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restorePipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelinePipeline: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertPipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    makeDefaultPipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The default pipeline. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    retireStage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                stageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    moveTo?: string;
                };
            };
        };
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retirement"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getBoard: {
        parameters: {
            query?: {
                /** @description Whose deals: all of them where your role sees all, otherwise your own, unless told. */
                scope?: "own" | "team" | "everyone" | "all";
                /** @description Somebody below you, with `own`. */
                ownerId?: string;
                /** @description One of your teams, with `team`. */
                teamId?: string;
                /** @description Deals per stage, 10 unless told. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One column per stage, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listStageCards: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Whose deals: all of them where your role sees all, otherwise your own, unless told. */
                scope?: "own" | "team" | "everyone" | "all";
                /** @description Somebody below you, with `own`. */
                ownerId?: string;
                /** @description One of your teams, with `team`. */
                teamId?: string;
            };
            header?: never;
            path: {
                id: string;
                stageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardCardPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listOpportunities: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: accountId, pipelineId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                ownerId?: string;
                teamId?: string;
                closeMonth?: string;
                tag?: string;
                source?: string;
                stageId?: string;
                status?: "open" | "won" | "lost";
                pipelineId?: string;
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityPatch"];
                "application/merge-patch+json": components["schemas"]["OpportunityPatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    shareOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shares: {
                        /** @example usr_01kavm5g3t8z1r4y6w9x2c7b0d */
                        to: string;
                        /** @enum {string} */
                        access: "read" | "update";
                        /**
                         * Format: date-time
                         * @example 2026-11-22T09:30:00.000Z
                         */
                        until?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The record with its shares. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    batchOpportunities: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityBatch"];
            };
        };
        responses: {
            /** @description One result per operation, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineOpportunity: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getOpportunityByExternalId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    putOpportunityByExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                system: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityUpsert"];
            };
        };
        responses: {
            /** @description Merged. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    moveOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveRequest"];
            };
        };
        responses: {
            /** @description The deal as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    closeOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRequest"];
            };
        };
        responses: {
            /** @description The deal as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    reopenOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenRequest"];
            };
        };
        responses: {
            /** @description The deal as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    placeOpportunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceRequest"];
            };
        };
        responses: {
            /** @description The deal as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getOpportunityStages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest step first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getOpportunityLines: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealLines"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    putOpportunityLines: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: components["schemas"]["DealLineInput"][];
                };
            };
        };
        responses: {
            /** @description The lines with what they come to. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealLines"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listAccountOpportunities: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                status?: "open" | "won" | "lost";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listEscalationRules: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: calendarId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationRulePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createEscalationRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalationRuleCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationRule"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getEscalationRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationRule"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    deleteEscalationRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the recycle bin. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    updateEscalationRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalationRulePatch"];
                "application/merge-patch+json": components["schemas"]["EscalationRulePatch"];
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationRule"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    restoreEscalationRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationRule"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineEscalationRule: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    revertEscalationRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
                /** @description Refuse (412) unless this is still the version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example evt_01kavm5g3t8z1r4y6w9x2c7b0d */
                    eventId: string;
                    fields?: string[];
                };
            };
        };
        responses: {
            /** @description The record as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationRule"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getCaseEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseEscalation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listInboundMail: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only these fields, and id and version; separated by commas. */
                fields?: string;
                /** @description Answer the records these fields name in `expanded`, by id: caseId, ownerId, teamId. Invisible ones are left out. */
                expand?: string;
                sort?: "createdAt" | "-createdAt";
                outcome?: "unmatched" | "attached" | "opened" | "ignored" | "dismissed";
                /** @description The recycle bin instead of the list. */
                deleted?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMailPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getInboundMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 when this is still the version. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMail"];
                };
            };
            /** @description Not changed since the version you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    timelineInboundMail: {
        parameters: {
            query?: {
                /** @description Records per page, 25 unless told. */
                limit?: number;
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    attachInboundMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboundMailAttach"];
            };
        };
        responses: {
            /** @description Attached. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMail"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    createCaseFromInboundMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboundMailCase"];
            };
        };
        responses: {
            /** @description The case. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    dismissInboundMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat with the same key and body to get the same answer; kept 48 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put aside. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMail"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
                kind?: "account" | "contact" | "product" | "priceBook" | "lead" | "user" | "team" | "opportunity" | "case" | "queue" | "inboundMail";
                /** @description Records per page, 25 unless told. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whole-word matches first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description From `nextCursor` of the page before. */
                cursor?: string;
                since?: string;
                /** @description Records per page, 25 unless told. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next events; ask again with the cursor. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventFeed"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description API and database answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["400"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["400"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
}
